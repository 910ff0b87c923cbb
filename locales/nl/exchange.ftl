# Inlezen van bestanden.

import-title = Bestanden inlezen
import-lead = Kies een of meer bestanden. U ziet eerst wat erin staat en wat er niet klopt. Daarna beslist u.
import-nothing-yet = Er verandert nog niets. Wij bewaren de bestanden ten hoogste een uur.
import-kind = Soort bestand
import-kind-find-out = Laat Sleutel elk bestand herkennen
import-kind-hint = Meestal zien wij het aan de naam of aan de eerste regel.
import-kind-unknown = Wij weten niet wat voor bestand dit is. Kies de soort en kijk opnieuw.
import-files = Bestanden
import-files-hint = CSV of GeoJSON, samen ten hoogste 64 MB. Bestanden die naar elkaar verwijzen, leest u het best samen in.
import-no-file = Kies een bestand.
import-look = Bekijk de bestanden
import-recent = Van het laatste uur
import-state-checking = De bestanden worden bekeken
import-state-checked = Bekeken, nog niet ingelezen
import-state-importing = De bestanden worden ingelezen
import-state-done = Ingelezen
import-state-stopped = Gestopt, niets bewaard
import-busy-checking = Wij lezen de bestanden en proberen alles uit. Er verandert nog niets.
import-busy-keeping = Wij lezen alles in. Het lukt helemaal, of er verandert niets.
import-busy-leave = Deze pagina ververst zichzelf. U mag intussen iets anders doen en later terugkomen.
import-busy-look = Kijk hoe ver het is
import-stopped-title = Het inlezen is gestopt
import-stopped-what = Het werk is halverwege gestopt. Er is niets van bewaard: alles is nog zoals het was. U kunt het opnieuw proberen.
import-preview-title = Wat er in de bestanden staat
import-done-title = Ingelezen
import-done-what = Alles is ingelezen.
import-ready = Er staat niets in de weg. Er is nog niets veranderd.
import-nothing-new = Alles wat hierin staat, was er al. Inlezen verandert niets.
import-errors = { $count ->
    [one] Er is één fout. Er kan niets worden ingelezen tot die is verbeterd.
   *[other] Er zijn { $count } fouten. Er kan niets worden ingelezen tot die zijn verbeterd.
}
import-warnings = { $count ->
    [one] Eén waarschuwing
   *[other] { $count } waarschuwingen
}
import-counts = Wat er zou veranderen
import-counts-done = Wat er is veranderd
import-added = Nieuw
import-changed = Gewijzigd
import-unchanged = Hetzelfde
import-keep = Lees alles in
import-discard = Gooi weg
import-discarded = De bestanden zijn weggegooid. Er is niets veranderd.
import-again = Kijk opnieuw
import-more = Nog een bestand inlezen
import-findings = Wat er niet klopt
import-findings-download = Download als CSV
import-findings-more = { $count ->
    [one] En nog één.
   *[other] En nog { $count }.
}
import-files-read = De bestanden
import-size = Grootte
import-kilobytes = { $number } kB
import-rows = Goede rijen
import-notes = Hoe het is gelezen
import-first-lines = De eerste regels
import-severity-error = Fout
import-severity-warning = Let op
import-column-file = Bestand
import-column-row = Rij
import-column-column = Kolom
import-column-severity = Soort
import-column-code = Code
import-column-what = Wat er is
import-column-remedy = Wat u kunt doen
import-column-required = Verplicht
import-column-shape = Wat erin staat
import-note-utf16 = Het bestand is UTF-16.
import-note-bom = Het bestand begint met een teken voor de volgorde van bytes. Dat mag.
import-note-tab = tab
import-note-delimiter = Tussen de kolommen staat: { $mark }
import-note-columns = { $count ->
    [one] Eén kolom hebben wij niet nodig: { $names }.
   *[other] { $count } kolommen hebben wij niet nodig, zoals { $names }.
}
import-note-parts = { $count ->
    [one] Eén groter deel van de stad staat erin met een naam, zonder kaart.
   *[other] { $count } grotere delen van de stad staan erin met een naam, zonder kaart.
}

import-formats-title = Welke bestanden kunnen worden ingelezen
import-formats-lead = Een CSV-bestand heeft op de eerste regel de namen van de kolommen. De volgorde is vrij. Bewaar het als UTF-8. Een puntkomma, een komma of een tab tussen de kolommen is goed.
import-template = Leeg bestand: { $file }
import-kind-organisations = Organisaties
import-kind-areas = Delen van de stad
import-kind-area-figures = Openbare cijfers per buurt
import-kind-group-quotas = Doelgroepen met afspraken
import-kind-main-groups = Hoofdgroepen met afspraken
import-kind-association-targets = Taakstelling van corporaties
import-kind-ceilings = Afspraken per deel van de stad
import-kind-complexes = Complexen
import-kind-dwellings = Woningen
import-kind-vacancies = Vrije woningen
import-kind-participants = Deelnemers
import-kind-members = Andere leden van het huishouden
import-kind-wishes = Wensen
import-kind-network = Netwerk
import-kind-exclusions = Plekken waar het niet kan
import-kind-together = Wie samen verhuist
import-about-organisations = De gemeente, de corporaties en de aanbieders van zorg.
import-about-areas = Stadsdelen, gebieden, wijken en buurten. Een kaartbestand (GeoJSON) van het CBS, PDOK of Amsterdam kan zoals het is. Met een CSV-bestand geeft u alleen namen.
import-about-area-figures = Huishoudens, inwoners en meer per buurt. De kerncijfers van het CBS kunnen zoals ze zijn.
import-about-group-quotas = De doelgroepen met per jaar wat er wordt verwacht, ten minste en ten hoogste.
import-about-main-groups = Wat per jaar is afgesproken voor een hoofdgroep, over de doelgroepen samen.
import-about-association-targets = Hoeveel woningen elke corporatie per jaar ten minste en ten hoogste levert.
import-about-ceilings = Hoeveel woningen er per jaar ten minste en ten hoogste komen in een deel van de stad of een complex.
import-about-complexes = Gebouwen en blokken van de corporaties.
import-about-dwellings = Alle woningen die vrij kunnen komen.
import-about-vacancies = Welke woning wanneer vrij is.
import-about-participants = Mensen die wachten, met wat er bekend is. Een lege cel betekent: nog niet bekend.
import-about-members = Wie er verhuist met een deelnemer. Wie in het bestand staat, krijgt precies deze leden.
import-about-wishes = Waar een deelnemer wel of niet wil wonen. Wie in het bestand staat, krijgt precies deze wensen.
import-about-network = Familie, vrienden, werk of school. Wie in het bestand staat, krijgt precies dit netwerk.
import-about-exclusions = Waar iemand niet mag of kan wonen. Wie in het bestand staat, krijgt precies deze plekken.
import-about-together = Twee huishoudens die samen verhuizen of niet. Wat niet in het bestand staat, blijft zoals het is.
import-shape-code = code: letters, cijfers en - _ . / :
import-shape-text = tekst op één regel
import-shape-long-text = tekst, meer regels mag
import-shape-date = datum, zoals 2026-05-01 of 1-5-2026
import-shape-year = jaar
import-shape-yes-no = ja of nee
import-shape-whole = heel getal
import-shape-decimal = getal
import-shape-amount = bedrag in euro
import-shape-one-of = één van: { $words }
