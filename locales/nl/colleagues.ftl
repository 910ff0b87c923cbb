# Collega's: afwezigheid en waarneming, overdracht van dossiers, gasten.

nav-colleagues = Collega’s
colleagues-title = Collega’s

leave-title = Afwezig en waarneming
leave-arrange = Waarneming afspreken
leave-lead = Bent u weg, met vakantie of ziek? Kies wie van uw collega’s voor u waarneemt. Die collega ziet en doet in die tijd wat u ziet en doet. Alles staat in het logboek op naam van de collega, met erbij voor wie.
leave-absent = Wie is afwezig
leave-myself = Ikzelf
leave-deputy = Wie neemt waar
leave-deputy-hint = Iemand van dezelfde organisatie die hetzelfde werk mag doen.
leave-from = Eerste dag
leave-until = Laatste dag
leave-until-hint = Op deze dag neemt de collega nog waar. Daarna stopt het vanzelf.
leave-do = Afspreken
leave-arranged = De waarneming is afgesproken. U beiden krijgt een bericht.
leave-list = Afgesproken
leave-when = Wanneer
leave-days = { $from } tot en met { $until }
leave-state = Stand
leave-state-now = Nu
leave-state-coming = Komt nog
leave-state-over = Voorbij
leave-ended-early = Eerder gestopt: { $when }, { $who }
leave-by = Afgesproken door
leave-end = Nu stoppen
leave-ended = De waarneming is gestopt.
leave-none = Er is nog geen waarneming afgesproken.
leave-none-filtered = Niets gevonden. Kies een andere stand.
leave-refused-backwards = De laatste dag ligt voor de eerste dag. Draai ze om, of kies een andere dag.
leave-refused-past = Deze dag is voorbij. Kies { $today } of later.
leave-refused-too-long = Dit is langer dan { $most } dagen. Draag de dossiers over als iemand zo lang weg is.
leave-refused-oneself = Dit is dezelfde persoon. Kies een collega.
leave-refused-other-organisation = Deze collega werkt bij een andere organisatie. Kies iemand van dezelfde organisatie.
leave-refused-other-work = Deze collega mag dit werk niet doen: { $deputy } in plaats van { $work }. Kies iemand met hetzelfde werk.
leave-refused-closed = Deze collega kan niet meer inloggen. Kies iemand anders.
leave-refused-overlaps = Er is al waarneming afgesproken van { $from } tot en met { $until }. Stop die eerst, of kies andere dagen.
leave-refused-deputy-away = Deze collega is zelf afwezig van { $from } tot en met { $until }. Kies iemand anders.
leave-refused-stands-in = Wie afwezig is, neemt zelf waar voor een ander van { $from } tot en met { $until }. Dat gaat niet vanzelf over op de volgende. Regel eerst voor die collega een ander.

hand-over-title = Dossiers overdragen
hand-over-start = Wie draagt over aan wie
hand-over-lead = U ziet eerst welke dossiers het zijn en wat erin openstaat. Er verandert nog niets.
hand-over-from = Van
hand-over-to = Naar
hand-over-to-hint = Kiest u er meer dan één, dan worden de dossiers zo verdeeld dat ieder er ongeveer evenveel heeft. U kunt dat per dossier veranderen.
hand-over-nobody = Niemand
hand-over-worker = { $name } ({ $files ->
    [one] 1 dossier
   *[other] { $files } dossiers
})
hand-over-look = Bekijk de dossiers
hand-over-no-files = Er zijn geen dossiers die u kunt overdragen.
hand-over-past = Eerdere overdrachten
hand-over-past-none = Er is nog niets overgedragen.
hand-over-when = Gedaan op
hand-over-files = Dossiers
hand-over-file = Dossier
hand-over-by = Door
hand-over-undone = Teruggedraaid
hand-over-preview = Wat er overgaat
hand-over-whose = De begeleider is nu: { $name }.
hand-over-gets-title = Wat de nieuwe begeleiders erbij krijgen
hand-over-gets = { $name } heeft { $has } en krijgt { $gets ->
    [one] 1 dossier
   *[other] { $gets } dossiers
}: samen { $after }. Daarin: { $pressing } met een termijn deze week of te laat, { $forms } formulieren, { $agreements } overeenkomsten en { $tasks } taken die openstaan.
hand-over-none-title = Geen dossiers
hand-over-none-text = Er staat geen dossier op deze naam.
hand-over-nobody-title = Geen collega
hand-over-nobody-text = Er is geen andere begeleider met een account bij uw organisatie. Vraag de beheerder om een account.
hand-over-on = Gaat in op
hand-over-on-hint = Vandaag, of een dag in de afgelopen maand.
hand-over-note = Toelichting bij alle dossiers
hand-over-note-hint = Kort en zakelijk. Dit komt in de geschiedenis van ieder dossier.
hand-over-files-text = Haal het vinkje weg bij wat niet overgaat.
hand-over-open = Wat openstaat
hand-over-take = Overdragen
hand-over-file-note = Toelichting bij dit dossier
hand-over-late = termijn te laat: { $date }
hand-over-due = termijn: { $date }
hand-over-forms = { $count ->
    [one] 1 formulier open
   *[other] { $count } formulieren open
}
hand-over-agreements = { $count ->
    [one] 1 overeenkomst open
   *[other] { $count } overeenkomsten open
}
hand-over-tasks = { $count ->
    [one] 1 taak open
   *[other] { $count } taken open
}
hand-over-undo-text = U kunt dit { $days } dagen lang terugdraaien, zolang de nieuwe begeleider nog niets heeft gedaan.
hand-over-do = Nu overdragen
hand-over-done = { $count ->
    [one] 1 dossier is overgedragen. Wie het aangaat, krijgt een bericht.
   *[other] { $count } dossiers zijn overgedragen. Wie het aangaat, krijgt een bericht.
}
hand-over-one = Overdracht
hand-over-undone-by = { $when }, { $who }
hand-over-undo = Terugdraaien
hand-over-undo-until = Dit kan tot en met { $date }. Alle dossiers gaan dan terug naar wie ze had.
hand-over-undo-do = Draai de overdracht terug
hand-over-undo-done = De overdracht is teruggedraaid.
hold-hand-over-too-late = Terugdraaien kon tot en met { $until }. Draag de dossiers opnieuw over.
hold-hand-over-touched = Terugdraaien kan niet meer, want hierin is al iets gedaan: { $files }. Draag de dossiers opnieuw over.
hold-hand-over-undone = Deze overdracht is al teruggedraaid.
hold-hand-over-no-files = Er is geen dossier gekozen. Zet bij minstens één dossier een vinkje.
hand-over-history = Overdrachten
hand-over-history-line = Van { $from } naar { $to }, vanaf { $on }
hand-over-one-file = Dossier overdragen

guests-title = Wie doet mee
guests-parties = Wie er altijd bij kan
guests-provider = { $provider }, begeleider { $worker }
guests-no-worker = nog niemand
guests-deputy = { $name }, die nu waarneemt
guests-sees-provider = Ziet en doet alles in het dossier.
guests-sees-deputy = Ziet en doet hetzelfde als de begeleider, tot de laatste dag van de waarneming.
guests-sees-municipality = De medewerker Wonen ziet de route en wat nodig is om te beslissen. Niet de eigen woorden.
guests-sees-association = Ziet wat over de woning gaat, en de naam zodra de woning is aangenomen. Geen zorggegevens.
guests-sees-guest-association = Ziet van de route wat een corporatie mag zien. Geen naam en geen zorggegevens.
guests-sees-guest-provider = Ziet van de route wat er is gebeurd en wanneer, niet wat erbij is geschreven. Geen naam en geen zorggegevens.
guests-list = Gasten
guests-none = Er is nog niemand van een andere organisatie gevraagd.
guests-role = Wat mag de gast
guests-role-look = Meekijken
guests-role-take-part = Meedoen
guests-role-hint = Meekijken is alleen zien. Bij meedoen doet de gast ook wat voor de eigen organisatie aan de beurt is.
guests-purpose = Waarvoor
guests-purpose-hint = Kort en zakelijk, zonder gegevens over gezondheid. De gast leest dit.
guests-until = Laatste dag
guests-limit = Op zijn langst { $months } maanden: tot en met { $date }. Daarna kunt u verlengen.
guests-by = Gevraagd door
guests-guest = Collega
guests-invite = Iemand vragen
guests-invite-lead = U vraagt een collega van een andere organisatie om een tijd mee te doen in dit dossier. Die ziet pas iets na ‘ja’. Elke keer dat de gast kijkt, komt in het logboek.
guests-invite-do = Vragen
guests-invited = De collega is gevraagd en krijgt een bericht.
guests-end = Laten stoppen
guests-ended = De gast kan er niet meer bij.
guests-prolong = Verlengen
guests-prolong-do = Tot deze dag
guests-prolonged = De laatste dag is veranderd.
guests-state-invited = Gevraagd
guests-state-accepted = Doet mee
guests-state-refused = Zei nee
guests-state-ended = Gestopt
guests-state-over = Voorbij
guests-refused-same-organisation = Deze collega werkt bij dezelfde aanbieder. Draag het dossier over, of spreek waarneming af.
guests-refused-not-their-work = Deze collega werkt niet met dossiers: { $role }. Kies iemand anders.
guests-refused-sees-it-already = Deze collega ziet de route van dit dossier al, ook zonder uitnodiging.
guests-refused-asked-already = Deze collega is al gevraagd, tot en met { $until }. U kunt dat verlengen.
guests-refused-no-road = Dit dossier staat nog niet op een route, dus er is nog niets te zien. Begin eerst de route.
guests-refused-closed = Deze collega kan niet meer inloggen. Kies iemand anders.
guests-banner = U bent hier te gast tot en met { $date }. U ziet wat uw organisatie van de route mag zien.

visits-title = Te gast
visits-lead = Dossiers van anderen waarin u bent gevraagd mee te kijken of mee te doen.
visits-none-title = Geen uitnodigingen
visits-none-text = Vraagt iemand van een andere organisatie u om mee te doen in een dossier, dan ziet u dat hier.
visits-file = Dossier { $reference }
visits-yes = Ja, ik doe mee
visits-no = Nee
visits-accepted = U doet nu mee. De route van het dossier staat voor u open.
visits-refused = U hebt nee gezegd. Wie u vroeg, krijgt bericht.
visits-ended = U bent gestopt.
visits-open = Naar de route
visits-end = Ik stop
