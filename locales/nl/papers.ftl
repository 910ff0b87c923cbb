# Woorden op papier: brieven, overeenkomsten, formulieren.

paper-date = Datum
paper-reference = Kenmerk
paper-page = Bladzijde
paper-of = van
paper-parties = Wie dit afspreken
paper-party = Partij
paper-name = Naam
paper-in-person = Adres en gegevens
paper-figures = Waar het om gaat
paper-what = Onderwerp
paper-agreed = Afspraak
paper-article = Artikel
paper-signatures = Handtekeningen
paper-signature = Handtekening
paper-open = Nog niet getekend
paper-question = Vraag
paper-answer = Antwoord
paper-no-answer = Niet ingevuld
paper-pdf = Als pdf
paper-cannot = De pdf kon niet worden gemaakt. In het sjabloon voor papier zit een fout. Vertel het aan de beheerder.
