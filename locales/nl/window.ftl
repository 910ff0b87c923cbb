# De eigen pagina van de deelnemer: de deur, de pagina’s, en de kaart die een begeleider geeft.

window-title = Mijn pagina
window-hello = Dag { $name }
window-back = Terug
window-pages = Uw pagina’s
window-you = u
window-to-start = Naar het begin
window-changed = Intussen is er iets veranderd. Hier ziet u hoe het nu staat. Er is niets van u opgeslagen.
window-not-now = Niet nu, terug

window-home-offer = Er is een woning voor u
window-home-offer-until = U kunt antwoorden tot en met { $date }.
window-home-offer-see = Bekijk de woning
window-now = Nu
window-due = Uiterlijk: { $due }
window-no-road = U bent nog niet begonnen aan een weg naar een woning. Vraag het uw begeleider.
window-no-secret = Wilt u hier later terugkomen zonder nieuwe code?
window-no-secret-do = Kies een eigen geheim

window-turn-you = U bent aan de beurt.
window-turn-provider = Uw begeleiding is aan de beurt.
window-turn-municipality = De gemeente is aan de beurt.
window-turn-association = De woningcorporatie is aan de beurt.
window-turn-third = Iemand van buiten is aan de beurt, die meekijkt.
window-turn-nobody = Er is nu niemand aan de beurt.

window-road = Mijn weg naar een woning
window-road-lead = Wat is er gedaan, wat is er nu en wat komt er nog?
window-steps = Alle stappen
window-decided = Besluit
window-decided-on = Op
window-decided-why = Waarom
window-decided-conditions = Wat daarbij hoort
window-object-until = Bezwaar maken kan tot en met
window-objection-waits = U hebt bezwaar gemaakt. De gemeente antwoordt uiterlijk { $date }.
window-objection-decided = U hebt bezwaar gemaakt. Antwoord van de gemeente op { $date }: { $outcome }.

window-home-rent = Huur per maand
window-home-rooms = Kamers
window-home-rooms-count = { $count }
window-home-floor = Verdieping
window-home-ground = Op de begane grond
window-home-floor-lift = Verdieping { $floor }, er is een lift
window-home-floor-stairs = Verdieping { $floor }, met de trap
window-home-from = Vrij vanaf
window-home-viewing = U kunt de woning bekijken op
window-home-until = Antwoorden kan tot en met

window-offer = Een woning voor u
window-offer-none = Er is nu geen woning waarover u moet antwoorden. Komt er een, dan ziet u die hier.
window-no-means = Wat als u nee zegt?
window-no-ends = Op uw weg krijgt u één woning aangeboden. Zegt u nee, dan stopt deze weg. Praat er eerst over met uw begeleiding.
window-no-another = { $count ->
    [one] U mag nee zeggen. Daarna kunt u nog 1 andere woning aangeboden krijgen.
   *[other] U mag nee zeggen. Daarna kunt u nog { $count } andere woningen aangeboden krijgen.
}
window-no-last = Dit is de laatste woning die u op deze weg krijgt aangeboden. Zegt u nee, dan gaat u terug naar de stap “{ $step }”.
window-no-free = U mag nee zeggen. Dat heeft geen gevolgen. Er wordt een andere woning gezocht.
window-yes = Ja, ik wil deze woning
window-yes-about = U zegt ja tegen { $address }.
window-yes-next = Daarna maakt uw begeleiding met u het contract in orde. U tekent pas als u alles hebt gelezen.
window-yes-do = Ja, dit is mijn antwoord
window-no = Nee, ik wil deze woning niet
window-no-about = U zegt nee tegen { $address }.
window-no-why = Waarom wilt u deze woning niet?
window-no-do = Nee, dit is mijn antwoord
window-answered = Uw antwoord is opgeslagen. Uw begeleiding krijgt bericht.
window-no-medical = Kort is genoeg. Schrijf niets over ziekte of medicijnen: dat hoeft niemand hier te weten.
window-reason = Waarom?

window-step = Mijn stap afronden
window-step-outcome = Hoe is het gegaan?
window-step-note = Wilt u er iets bij zeggen?
window-step-do = Opslaan
window-step-done = Uw stap is opgeslagen. Uw begeleiding krijgt bericht.

window-object = Ik ben het er niet mee eens
window-object-what = Het besluit over “{ $step }” is: { $outcome }.
window-object-term = U kunt bezwaar maken tot en met { $date }. De gemeente kijkt dan opnieuw. Bezwaar maken kost niets en u mag hulp vragen.
window-object-why = Waarom bent u het er niet mee eens?
window-object-hint = Dat mag u ook later nog vertellen.
window-object-do = Bezwaar maken
window-object-done = Uw bezwaar is opgeslagen. De gemeente en uw begeleiding krijgen bericht.

window-stop = Ik wil stoppen met deze weg
window-stop-about = U mag altijd stoppen. U houdt recht op hulp.
window-stop-warning = Stopt u, dan eindigt deze weg. Een woning die voor u klaarstaat, gaat naar iemand anders.
window-stop-do = Ja, ik stop
window-stop-done = U bent gestopt met deze weg. Uw begeleiding krijgt bericht.

window-words = Wat ik wil
window-words-lead = Wat wilt u, wat kunt u zelf en wat hebt u nodig? Zeg het in uw eigen woorden.
window-words-about = Dit staat nu in uw dossier. U mag het veranderen. Wat er eerder stond, blijft te lezen.
window-words-do = Dit zijn mijn woorden
window-words-saved = Uw woorden zijn opgeslagen. Uw begeleiding krijgt bericht.
window-words-earlier = Wat er eerder is gezegd
window-words-meanwhile-title = Iemand anders was eerder
window-words-meanwhile = Intussen is uw dossier veranderd. Wat u typte staat er nog, en is niet opgeslagen. Onderaan leest u wat er nu staat. Wilt u toch uw woorden opslaan? Druk dan nog een keer.
window-said-you = Door u zelf opgeschreven
window-said-worker = Door uw begeleiding opgeschreven

window-file = Wat er over mij staat
window-file-lead = En wie wat kan zien.
window-file-about = Klopt er iets niet? Vraag uw begeleiding om het te verbeteren.
window-file-readiness = Klaar voor een woning
window-file-ground = Waarom u voorgaat
window-file-more = Uw formulieren en contracten staan hier niet. Vraag uw begeleiding om ze samen te lezen.
window-you-see = U zelf

window-looks = Wie mijn dossier heeft bekeken
window-looks-lead = Wanneer, wie en waarvoor.
window-looks-about = Elke keer dat iemand uw dossier opent of verandert, wordt dat opgeschreven. Niemand kan dat weghalen. Hier staat het nieuwste bovenaan. Wat u zelf deed, staat hier niet.
window-looks-none = Nog niemand heeft uw dossier geopend.
window-looks-times = { $count } keer
window-looks-what = Wat deed deze persoon?
window-looks-operator = De beheerder van het systeem
window-looks-unknown = Iemand die niet binnenkwam
window-looks-lists = Lijsten waarin ook uw naam of nummer stond, staan hier niet bij. Ook die worden opgeschreven.
window-looks-ask = Ziet u iets wat u niet begrijpt?
window-purpose-preparing = Waarvoor: u begeleiden en een woning voorbereiden.
window-purpose-placement = Waarvoor: een woning voor u zoeken en daarover beslissen.
window-purpose-agreements = Waarvoor: een contract of een afspraak.
window-purpose-forms = Waarvoor: een formulier, bijvoorbeeld een aanvraag.
window-purpose-casework = Waarvoor: uw weg naar een woning.
window-purpose-import = Waarvoor: gegevens inlezen uit een bestand.
window-purpose-window = Waarvoor: toegang tot deze pagina.
window-purpose-other = Waarvoor: ander werk in het programma.

window-key = Mijn eigen geheim
window-key-lead = Om hier later terug te komen zonder nieuwe code.
window-key-about = Kies een korte zin of een rij cijfers die alleen u weet. Daarmee komt u hier altijd weer binnen, samen met uw nummer.
window-key-have = U hebt al een geheim. Kiest u een nieuw, dan werkt het oude niet meer.
window-key-rules = Minstens 8 tekens. Niet uw geboortedatum.
window-key-new = Uw geheim
window-key-again = Nog een keer
window-key-do = Bewaren
window-key-saved = Uw geheim is bewaard. Vertel het aan niemand, ook niet aan uw begeleiding.

window-help = Hulp en vragen
window-help-lead = Wie kunt u bellen, en wat als u het niet eens bent?
window-contact-worker = Vraag het aan { $worker } van { $provider }.
window-contact = Vraag het aan uw begeleiding bij { $provider }.
window-help-wrong-title = Er klopt iets niet
window-help-wrong = U mag vragen om iets in uw dossier te verbeteren of weg te halen. Uw begeleiding helpt u daarbij.
window-help-object-title = U bent het niet eens met een besluit
window-help-object = Bij een besluit van de gemeente kunt u bezwaar maken. Dat kan op de pagina ‘Mijn weg naar een woning’, onder het besluit. U mag iemand vragen om mee te kijken.
window-help-phone-title = Uw telefoon is weg, of iemand anders kent uw geheim
window-help-phone = Vertel het uw begeleiding. Die sluit deze pagina meteen af en geeft u een nieuwe code.

window-enter = Naar mijn pagina
window-enter-code = De code op uw kaart
window-enter-hint = Drie keer vier tekens. Hoofdletters en streepjes maken niet uit.
window-enter-do = Naar mijn pagina
window-enter-none = Hebt u geen code? Vraag er een aan uw begeleiding. Een code werkt één keer, zeven dagen lang.
window-enter-wrong = Deze code werkt niet. Kijk of alle tekens goed zijn. Is de code al gebruikt of ouder dan zeven dagen? Vraag dan een nieuwe.
window-own = Ik heb een eigen geheim
window-own-wrong = Het nummer of het geheim klopt niet.
window-own-lost = Vergeten? Vraag uw begeleiding om een nieuwe code. Daarna kiest u een nieuw geheim.
window-enter-reference = Uw nummer
window-enter-reference-hint = Dit staat op de pagina waar u uw geheim koos.
window-enter-secret = Uw geheim
window-open = Uw eigen pagina openen
window-open-about = Deze link werkt één keer. Druk op de knop als u op uw eigen telefoon of computer bent.
window-open-do = Open mijn pagina
window-open-refused = Deze link werkt niet meer. Misschien is hij al gebruikt, te oud of ingetrokken. Vraag uw begeleiding om een nieuwe.
window-left = U bent uitgelogd. U kunt dit venster sluiten.
window-ended = U was een tijdje weg. Daarom bent u uitgelogd. Er is niets veranderd.

window-staff = Eigen pagina van de deelnemer
window-staff-lead = Op een eigen pagina ziet iemand op de telefoon de weg naar een woning, antwoordt zelf op een aanbod, en ziet wie het dossier bekeek.
window-staff-make-title = Een kaart maken
window-staff-make-text = Op de kaart staat een code die één keer werkt, zeven dagen lang. Geef de kaart zelf aan de persoon. De code is maar één keer te zien.
window-staff-replaces = De kaart die nog openstaat, werkt dan niet meer.
window-staff-language = Taal van de kaart
window-staff-make = Maak de kaart
window-staff-keys = Kaarten
window-staff-none-title = Nog geen kaart
window-staff-none-text = Deze persoon heeft nog geen toegang gekregen.
window-staff-withdraw = Trek deze kaart in
window-staff-withdrawn = De kaart is ingetrokken.
window-staff-secret = Heeft sinds { $when } een eigen geheim om in te loggen.
window-staff-no-secret = Heeft nog geen eigen geheim gekozen.
window-staff-shut-title = De eigen pagina afsluiten
window-staff-shut-text = Doe dit als een telefoon weg is, of als iemand anders de code of het geheim kent. Kaarten en het eigen geheim werken dan niet meer, en wie binnen is, is meteen uitgelogd. Met een nieuwe kaart gaat de pagina weer open.
window-staff-shut-do = Sluit de eigen pagina af
window-staff-shut = De eigen pagina is afgesloten.
window-key-open = nog niet gebruikt
window-key-expired = verlopen, niet gebruikt
window-key-used-link = gebruikt op { $when }, met de link
window-key-used-code = gebruikt op { $when }, met de code
window-key-withdrawn = ingetrokken op { $when } door { $who }
window-key-made = Gemaakt op { $when } door { $who }
window-key-until = Werkt tot { $when }

window-card = Kaart voor de deelnemer
window-card-lead = Druk de kaart af of schrijf de code over. Als u deze pagina verlaat, is de code niet meer te zien.
window-card-title = Uw eigen pagina
window-card-text = Hier ziet u hoe het staat met uw woning. U kunt zelf antwoorden, zeggen wat u wilt en zien wie uw gegevens bekeek.
window-card-step-go = Ga op uw telefoon naar
window-card-step-code = Vul deze code in
window-card-until = De code werkt één keer, tot { $when }.
window-card-keep = Bewaar deze kaart voor uzelf. Kent iemand anders de code? Zeg het uw begeleiding.
window-card-link-title = Of met een link
window-card-link = Link om te sturen
window-card-link-hint = Stuur de link alleen naar de telefoon of mail van de persoon zelf. Hij werkt één keer, net als de code: gebruikt is gebruikt.
window-card-back = Naar de kaarten van dit dossier

window-party-you = U
window-party-provider = Uw begeleiding
window-party-municipality = De gemeente
window-party-association = De woningcorporatie
window-party-third = Iemand van buiten, die meekijkt

window-plan = Mijn plan
window-plan-home = Er ligt een plan voor u klaar
window-plan-home-do = Lees het plan
window-plan-lead = Wat spreken we af? Bent u het daarmee eens?
window-plan-about = In het plan staat wat u wilt bereiken, wat u zelf doet en wat anderen doen. Het geldt pas als iedereen het ermee eens is.
window-plan-empty = Er is nog geen plan. U maakt het samen met uw begeleiding.
window-plan-waiting = Dit plan ligt voor u klaar
window-plan-agreed = Dit hebben we afgesproken
window-plan-who = Wie is het ermee eens?
window-plan-none = nog geen antwoord
window-plan-agrees = eens
window-plan-disagrees = niet eens
window-plan-question = Bent u het eens met dit plan?
window-plan-yes = Ja, ik ben het ermee eens
window-plan-no = Nee, er moet iets anders
window-plan-reason = Wat moet er anders?
window-plan-reason-hint = Alleen bij nee. U en uw begeleiding lezen dit.
window-plan-again = U hebt al antwoord gegeven. Bent u van gedachten veranderd? Dan kunt u opnieuw antwoorden.
window-plan-do = Verstuur mijn antwoord
window-plan-done = Uw antwoord is bewaard. Uw begeleiding krijgt bericht.
window-plan-arrange = Wat moet er nog geregeld worden?
