# Overeenkomsten: huur, gebruik, drie partijen, begeleiding.

nav-agreements = Overeenkomsten

agreement-kind-intermediate-lease = Tussenhuur
agreement-kind-intermediate-use = Gebruiksovereenkomst
agreement-kind-three-party = Driehoekscontract
agreement-kind-support = Begeleidingsovereenkomst
agreement-kind-temporary-lease = Tijdelijke huur
agreement-kind-own-lease = Huur op eigen naam
agreement-kind-youth-lease = Jongerencontract (vijf jaar)
agreement-link-in-own-name = Huur op eigen naam

agreement-party-association = Woningcorporatie
agreement-party-provider = Zorgaanbieder
agreement-party-resident = Bewoner

agreement-rent-bare = Kale huur
agreement-rent-service = Servicekosten
agreement-rent-energy = Voorschot energie
agreement-rent-furnishing = Meubels en vloeren

agreement-ground-shelter = Uit de opvang, of in grote nood
agreement-ground-second-chance = Een tweede kans
agreement-ground-renovation = Eigen woning wordt gerenoveerd
agreement-ground-separation = Dicht bij de kinderen na een scheiding

agreement-end-term-over = De termijn is om
agreement-end-notice = De bewoner heeft opgezegd
agreement-end-converted = Omgeklapt naar huur op eigen naam
agreement-end-moved = Verhuisd naar een andere woning
agreement-end-not-needed = Niet meer nodig
agreement-end-court = Door de rechter beëindigd
agreement-end-death = De bewoner is overleden
agreement-end-agreed = Samen afgesproken

agreement-signed-on-paper = Op papier
agreement-signed-in-person = Persoonlijk

agreement-arrangement-intermediate = Via de zorgaanbieder
agreement-arrangement-three-party = Eigen huur, met drie partijen
agreement-arrangement-own = Eigen huur

agreement-state-drafted = Concept
agreement-state-offered = Wacht op handtekeningen
agreement-state-signed = Door iedereen getekend
agreement-state-in-force = Loopt
agreement-state-ended = Beëindigd
agreement-state-cancelled = Ingetrokken
agreement-state-converted = Omgeklapt

agreement-no-end = geen einde

agreement-fault-no-party = Er ontbreekt een partij: { $party }.
agreement-fault-no-home = Er is geen woning gekozen.
agreement-fault-no-rent = De kale huur ontbreekt.
agreement-fault-end-before-start = De laatste dag ({ $until }) komt voor de eerste dag ({ $from }).
agreement-fault-no-end = Deze overeenkomst heeft een laatste dag nodig, op zijn laatst { $latest }.
agreement-fault-has-end = Deze huur heeft volgens de wet geen einde, en er staat een laatste dag ({ $until }).
agreement-fault-too-long = Deze overeenkomst mag hoogstens { $months } maanden duren: tot en met { $latest }, en niet tot en met { $until }.
agreement-fault-too-short = Deze overeenkomst duurt volgens de wet { $months } maanden: tot en met { $needed }, en niet tot en met { $until }.
agreement-fault-no-ground = Tijdelijke huur mag alleen om een reden die in de wet staat.
agreement-fault-age = De bewoner is { $age } op de eerste dag. Een jongerencontract is voor iemand van { $least } tot en met { $most }.
agreement-fault-deposit = De borg ({ $deposit }) is meer dan twee keer de kale huur ({ $most }).
agreement-fault-no-lease-above = Er is nog geen tussenhuur voor deze woning en dit huishouden. Maak die eerst.
agreement-fault-other-lease-above = De tussenhuur gaat over een andere woning of een ander huishouden.
agreement-fault-outside-lease-above = De overeenkomst valt buiten de tussenhuur. Die loopt van { $from } tot en met { $until }.
agreement-fault-lease-runs = Er loopt in die tijd een andere overeenkomst voor deze woning: { $kind }.

agreement-refused-wrong-state = Dat kan niet met deze overeenkomst. De stand is nu: { $state }.
agreement-refused-faulty = Er moet eerst iets worden verbeterd. { $faults }
agreement-refused-not-a-party = Deze partij tekent hier niet: { $party }.
agreement-refused-signed-already = Er is al getekend op { $on }: { $party }.
agreement-refused-before-offer = De overeenkomst is op { $offered } voorgelegd. Een handtekening kan niet ouder zijn.
agreement-refused-in-future = Die dag is er nog niet.
agreement-refused-not-signed = Nog niet iedereen heeft getekend. We wachten op: { $waiting }.
agreement-refused-lease-above = De tussenhuur is nog niet door iedereen getekend.
agreement-refused-before-start = De overeenkomst begon op { $from } en kan niet eerder eindigen.
agreement-refused-after-term = De overeenkomst eindigt vanzelf op { $until } en kan niet later eindigen.
agreement-refused-not-convertible = ‘{ $into }’ kan niet in de plaats komen van ‘{ $from }’.
agreement-refused-not-replacing = De nieuwe overeenkomst is niet gemaakt om in de plaats van de andere te komen.

agreement-missing-absent = { $what }: nog niet gemaakt.
agreement-missing-not-offered = { $what }: nog een concept.
agreement-missing-unsigned = { $what }: nog niet getekend door { $waiting }.
agreement-missing-not-begun = { $what }: getekend, maar nog niet ingegaan.

agreement-dropped-home-not-taken = de bewoner neemt deze woning niet

agreement-next-drafted = { $who }: nalezen, aanvullen en voorleggen.
agreement-next-offered = { $who }: tekenen.
agreement-next-signed = Laten ingaan op { $from }.

action-list-agreements = Lijst met overeenkomsten bekeken
action-see-agreement = Overeenkomst bekeken
action-change-agreement = Aan een overeenkomst gewerkt
action-export-agreements = Overeenkomsten gedownload

# Op papier

agreement-home = Woning
agreement-from = Eerste dag
agreement-until = Laatste dag
agreement-ground = Reden van tijdelijke huur
agreement-a-month = { $amount } per maand
agreement-rent-in-all = Huur samen
agreement-deposit = Borg

agreement-article-what = Waar het over gaat
agreement-article-term = Eerste en laatste dag
agreement-article-rent = Huur
agreement-article-do = Wie doet wat
agreement-article-more = Wat we nog afspreken
agreement-article-law = De wet

agreement-what-intermediate-lease = { $association } verhuurt de woning { $home } aan { $provider }. { $provider } laat { $resident } er wonen.
agreement-what-intermediate-use = { $provider } geeft { $resident } de woning { $home } om in te wonen. { $provider } huurt de woning van de corporatie.
agreement-what-three-party = { $resident } huurt de woning { $home } van { $association }. { $provider } geeft begeleiding. In deze overeenkomst spreken ze met z’n drieën af wat ieder doet.
agreement-what-support = { $provider } begeleidt { $resident } bij het wonen en bij wat { $resident } wil bereiken.
agreement-what-temporary-lease = { $association } verhuurt de woning { $home } voor een tijd aan { $resident }.
agreement-what-own-lease = { $association } verhuurt de woning { $home } aan { $resident }.
agreement-what-youth-lease = { $association } verhuurt de woning { $home } aan { $resident }. Het is een huurcontract voor jongeren, van vijf jaar.

agreement-term-open = De overeenkomst begint op { $from }. Er is geen laatste dag.
agreement-term-until = De overeenkomst begint op { $from } en eindigt op { $until }.
agreement-term-ground = De huur mag tijdelijk zijn om een reden uit de wet: { $ground }.
agreement-term-use = De overeenkomst eindigt op zijn laatst als de huur tussen corporatie en zorgaanbieder eindigt, of als de bewoner een huurcontract op eigen naam krijgt.

agreement-rent-pays = { $payer } betaalt aan { $payee } { $amount } per maand, voor de eerste dag van de maand. De delen staan in de tabel hierboven.
agreement-rent-settled = Het voorschot wordt één keer per jaar verrekend met wat echt is gebruikt.
agreement-rent-deposit = De borg is { $deposit }. Die wordt binnen veertien dagen na het einde terugbetaald. Wat nog open staat, gaat eraf.

agreement-do-intermediate-lease =
    De corporatie houdt de woning in goede staat.
    De zorgaanbieder betaalt de huur en is bereikbaar als er een probleem is.
    De zorgaanbieder zegt op tijd wanneer de huur op naam van de bewoner kan.
    Corporatie en zorgaanbieder praten minstens twee keer per jaar over hoe het gaat.
agreement-do-intermediate-use =
    De bewoner betaalt de huur op tijd en gaat goed om met de woning.
    De bewoner en de buren geven elkaar geen overlast.
    De zorgaanbieder begeleidt, en helpt meteen als betalen moeilijk is.
    Zorgaanbieder en bewoner kijken samen wat er nodig is voor een huurcontract op eigen naam.
agreement-do-three-party =
    De bewoner huurt de woning, betaalt de huur en praat met de zorgaanbieder.
    De zorgaanbieder begeleidt thuis en is bereikbaar voor de corporatie.
    De corporatie zegt het vroeg als er iets misgaat, voordat het groot wordt.
    Niemand vertelt de anderen meer over de bewoner dan nodig is.
agreement-do-support =
    Bewoner en zorgaanbieder maken samen een plan. Wat de bewoner wil, gaat voor.
    De zorgaanbieder komt thuis en is bereikbaar als het dringend is.
    De bewoner kan altijd om een andere begeleider vragen.
    De begeleiding gaat door als de bewoner verhuist.
agreement-do-temporary-lease =
    De corporatie houdt de woning in goede staat.
    De bewoner betaalt de huur op tijd en gaat goed om met de woning.
    De corporatie schrijft op tijd dat de huur eindigt, en wanneer.
agreement-do-own-lease =
    De corporatie houdt de woning in goede staat.
    De bewoner betaalt de huur op tijd en gaat goed om met de woning.
agreement-do-youth-lease =
    De corporatie houdt de woning in goede staat.
    De bewoner betaalt de huur op tijd en gaat goed om met de woning.
    De tijd telt mee voor de wachtlijst: na het contract houdt de bewoner de jaren van inschrijving.

agreement-law-lease = Wat de wet zegt over het huren van woningen geldt, ook als het hier niet staat.
agreement-law-three-party = Het huurcontract blijft zoals het is. Deze overeenkomst neemt de bewoner geen recht af dat in de wet staat.
agreement-law-support = De bewoner kan de begeleiding altijd stoppen. Wat de wet zegt over begeleiding en privacy geldt.

# Pagina's

agreements-all = Alles
agreements-ending = Eindigt binnen drie maanden
agreements-search = Naam, nummer of adres
agreements-kind = Soort
agreements-state = Stand
agreements-resident = Bewoner
agreements-reference = Dossiernummer
agreements-dates = Looptijd
agreements-with = Met
agreements-signed = Getekend
agreements-signed-of = { $signed } van { $all } getekend
agreements-since = vanaf { $from }, geen einde
agreements-between = { $from } tot en met { $until }
agreements-file = overeenkomst
agreements-none = Nog geen overeenkomsten
agreements-none-text = Een overeenkomst begint bij het dossier van een persoon. Kies iemand die een woning heeft gekregen, en maak daar een concept.
agreements-none-found = Niets gevonden
agreements-none-found-text = Er is geen overeenkomst die bij deze filters past.

agreements-new = Nieuwe overeenkomst
agreements-edit = Concept wijzigen
agreements-choose = Kies een soort
agreements-no-home = Geen woning
agreements-no-ground = Geen
agreements-kind-hint = Wie de partijen zijn, volgt uit de soort.
agreements-home-hint = Woningen die voor deze persoon zijn besloten, of die al in een overeenkomst staan. De corporatie volgt uit de woning.
agreements-until-hint = Laat leeg als er geen einde is. Tijdelijke huur duurt hoogstens twee jaar, een jongerencontract vijf jaar.
agreements-section-rent = Huur
agreements-rent-hint = Wat er per maand wordt betaald, per deel.
agreements-deposit-hint = Hoogstens twee keer de kale huur.
agreements-section-more = Verder
agreements-ground-hint = Alleen bij tijdelijke huur.
agreements-conditions = Andere afspraken
agreements-conditions-hint = Elke regel is een afspraak. Schrijf niets over gezondheid.
agreements-save = Concept bewaren
agreements-cancel = Niet bewaren
agreements-saved = Het concept is bewaard.
agreements-changed = Iemand anders heeft deze overeenkomst intussen veranderd. Kijk er nog eens naar voordat u bewaart.

agreements-road = Hoe ver de overeenkomst is
agreements-road-of = Waar het dossier staat
agreements-faults = Wat eerst verbeterd moet worden
agreements-parties = Partijen
agreements-figures = Wat is afgesproken
agreements-history = Wat er is gedaan
agreements-do = Wat u kunt doen
agreements-missing = Nog nodig voor de sleutel
agreements-others = Andere overeenkomsten van deze persoon
agreements-no-others = Er zijn geen andere.
agreements-title = Overeenkomsten
agreements-none-yet = Nog geen overeenkomsten.
agreements-ended-on = Beëindigd op { $on }: { $what }.
agreements-cancelled-on = Ingetrokken op { $on }: { $what }.
agreements-converted-on = Omgeklapt op { $on }. Er is een andere overeenkomst voor in de plaats gekomen.
agreements-signed-on = { $on }, { $how }
agreements-signed-by = { $by }; opgeschreven door { $recorder }

agreements-offer = Voorleggen aan de partijen
agreements-offer-text = Daarna kan het concept niet meer veranderen. De partijen kunnen tekenen.
agreements-sign = Een handtekening opschrijven
agreements-sign-text = Iemand heeft op papier of persoonlijk getekend. Uw naam wordt erbij bewaard.
agreements-sign-party = Voor welke partij
agreements-sign-by = Wie heeft getekend
agreements-sign-on = Op welke dag
agreements-sign-how = Hoe
agreements-sign-do = Opschrijven
agreements-start = Laten ingaan
agreements-start-text = Iedereen heeft getekend. Vanaf de eerste dag geldt de overeenkomst.
agreements-convert = Omklappen
agreements-convert-text = Iedereen heeft getekend. Deze huur komt in de plaats van de andere: die eindigt de dag ervoor, en deze begint.
agreements-convert-new = Omklappen naar huur op eigen naam
agreements-end = Beëindigen
agreements-end-why = Waarom
agreements-end-do = Beëindigen
agreements-cancel-title = Intrekken
agreements-cancel-why = Waarom het niet doorgaat
agreements-cancel-do = Overeenkomst intrekken

agreements-did-drafted = Concept gemaakt
agreements-did-begun = Klaargezet omdat de woning werd aangenomen
agreements-did-changed = Concept veranderd
agreements-did-offered = Voorgelegd aan de partijen
agreements-did-signature = Handtekening opgeschreven
agreements-did-started = Ingegaan
agreements-did-converted = Omgeklapt
agreements-did-ended = Beëindigd
agreements-did-cancelled = Ingetrokken
