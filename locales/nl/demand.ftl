steering-tab-demand = Verwachte vraag

# $year is a year.
demand-title = Verwachte vraag in { $year }
demand-year = { $year }
demand-years = Dit jaar of volgend jaar
demand-lead = Hoeveel huishoudens gaan een woning nodig hebben? Sleutel kijkt naar wie er eerder kwamen en wanneer zij begonnen te wachten, ook als zij nu een woning hebben. Namen komen er niet aan te pas.
# $month is a month with its year.
demand-history = We weten van mensen die begonnen te wachten vanaf { $month }.
demand-no-history = Er is nog geen hele maand bekend. De verwachting is daarom heel onzeker.
demand-none = Er zijn nog geen doelgroepen
demand-none-what = De beheerder kan de afspraken van het jaar inlezen uit een bestand. Daarna staat hier per groep wat er wordt verwacht.

demand-all-groups = Alle groepen samen
demand-groups = Per doelgroep
demand-groups-lead = Kies een groep om te zien wat er eerder kwam, en om zelf een ander aantal in te vullen.
demand-group = Doelgroep
demand-came-so-far = Al gekomen
demand-came = Gekomen
demand-still = Komen er nog, naar verwachting
demand-expected = Verwacht
demand-whole-year = Verwacht in het hele jaar
demand-typed = Ingevuld bij de afspraken
demand-typed-none = niet ingevuld
demand-holds = Dit aantal geldt
demand-by-hand = zelf ingevuld
# $mean, $low and $high are numbers of households.
demand-band = { $mean }, tussen { $low } en { $high }
# $most is a number.
demand-few = <{ $most }
demand-legend = Balken: wie er kwamen. Vlak: wat er wordt verwacht; acht van de tien keer valt het aantal in het vlak. De streep is het gemiddelde. Staat er ‘<5’, dan waren het er 1 tot en met 4: zo’n klein aantal laten we niet precies zien.
demand-figures = De cijfers in een tabel
demand-period = Periode
demand-per-month = Per maand
demand-per-quarter = Per kwartaal
demand-per-year = Per jaar
# $quarter is 1 to 4.
demand-quarter = { $quarter }e kwartaal { $year }
demand-month = { $month } { $year }
# $band is a number with its bounds.
demand-all-picture = Alle groepen samen: wie er kwamen en wat er wordt verwacht. In heel { $year }: { $band }.
demand-group-picture = { $name }: wie er kwamen en wat er wordt verwacht. In heel { $year }: { $band }.
demand-basis-nothing = Van deze groep kwam nog nooit iemand. De verwachting zegt alleen iets over de andere groepen.
demand-basis-short = { $months ->
    [one] De eerste van deze groep kwam pas { $months } maand geleden. De verwachting is daarom heel onzeker.
   *[other] De eerste van deze groep kwam pas { $months } maanden geleden. De verwachting is daarom onzeker.
}

demand-csv = Deze tabel als bestand (CSV)
demand-csv-year = Jaar
demand-csv-code = Code
demand-csv-mean = Verwacht, gemiddeld
demand-csv-low = Verwacht, onderkant
demand-csv-high = Verwacht, bovenkant
demand-csv-overruled = Zelf ingevuld

demand-group-title = { $name }: verwachte vraag in { $year }
demand-in-year = In dit jaar
# $why is somebody's own words.
demand-because = Het aantal is zelf ingevuld, omdat: { $why }
demand-overrule = Zelf een aantal invullen
demand-overrule-title = { $name } in { $year }: zelf een aantal invullen
demand-overrule-lead = Sleutel verwacht { $band } huishoudens in het hele jaar. Weet u iets wat de cijfers niet weten? Vul dan hier in hoeveel het er worden, en waarom. Wie later kijkt, ziet allebei.
demand-number = Huishoudens in het hele jaar
demand-number-hint = Tel ook mee wie dit jaar al kwamen.
demand-number-hint-held = Tel ook mee wie dit jaar al kwamen. Laat leeg om terug te gaan naar de verwachting van Sleutel.
demand-reason = Reden
demand-reason-hint = Schrijf geen namen op. Iedereen in het programma kan dit lezen.
demand-choose = Kies
demand-changed = Een ander heeft dit aantal gewijzigd terwijl u bezig was. Hieronder staat wat nu geldt. Vul zo nodig opnieuw in wat u wilde.
demand-overruled = Het aantal geldt nu, met uw reden erbij.
demand-taken-back = De verwachting van Sleutel geldt weer.
demand-history-title = Wat er zelf is ingevuld
demand-history-none = Niemand heeft voor deze groep een ander aantal ingevuld.
demand-did-overrule = { $number } ingevuld voor { $year }
demand-did-take-back = Teruggegaan naar de verwachting voor { $year }

demand-announced = Aangekondigde instroom
demand-announced-lead = Mensen van wie we weten dat ze komen, bijvoorbeeld omdat een opvang dichtgaat. Zij komen boven op de verwachting.
demand-announced-none = Er is niets aangekondigd.
demand-announce = Instroom aankondigen
demand-announce-title = Instroom aankondigen
demand-announce-lead = Komt er op een bekend moment een groep mensen bij? Zet het hier neer. Het telt mee in de verwachting vanaf de maand die u kiest.
demand-month-of = Maand
demand-people = Huishoudens
# $who is a name with an organisation.
demand-said = { $who }, { $when }
demand-withdraw = Intrekken
demand-withdraw-title = Aankondiging intrekken
demand-withdraw-lead = U trekt in: { $people } van { $name } in { $month }. Het blijft leesbaar, maar telt niet meer mee.
demand-withdrawn = Ingetrokken door { $said }: { $why }
demand-announced-kept = De aankondiging telt nu mee in de verwachting.
demand-withdrawn-kept = De aankondiging is ingetrokken en telt niet meer mee.

demand-test = Hoe goed klopte het eerder?
# $within and $years are numbers.
demand-test-months = Stel dat Sleutel de afgelopen { $years } jaar elke maand vooruit had gekeken. Dan vielen van elke 100 maanden van een groep er { $within } binnen het vlak. De bedoeling is 80; bij kleine aantallen zijn het er vanzelf meer.
demand-test-years = Van elke 100 jaartotalen van een groep vielen er { $within } binnen het vlak.
demand-test-better = De verwachting zat er { $percent } minder ver naast dan wie zegt: evenveel als in dezelfde maand vorig jaar.
demand-test-worse = De verwachting zat er { $percent } verder naast dan wie zegt: evenveel als in dezelfde maand vorig jaar.
demand-test-picture = Van alle groepen samen viel het aantal in { $within } van de { $years } jaren binnen het vlak.
demand-test-legend = Vlak en streep: wat er was verwacht. Stip: wat het werd. Lopen alle groepen jaar na jaar op, dan loopt de verwachting achter: Sleutel trekt groei niet door.
demand-test-none = De historie is nog te kort om dit te zeggen. Daar zijn drie jaar voor nodig.
demand-from = vanaf { $month }
demand-year-from = Twaalf maanden
demand-sizes = Hoe goed voor kleine en grote groepen
demand-sizes-lead = Hoe ver de verwachting er per maand naast zat, in huishoudens (de gemiddelde ‘pinball loss’; minder is beter), naast twee eenvoudige manieren van voorspellen.
demand-size = Grootte van de groep
demand-size-small = minder dan 2 per maand
demand-size-medium = 2 tot 10 per maand
demand-size-large = 10 of meer per maand
demand-size-within = Van de 100 binnen het vlak
demand-size-miss = Sleutel
demand-size-same-month = Dezelfde maand vorig jaar
demand-size-last-year = Gemiddelde van het laatste jaar

log-kind-demand = Verwachte vraag
