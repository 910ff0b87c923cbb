# De pagina zelf: kop, menu, meldingen, formulieren, tabellen.
