# Wat een handeling tegenhoudt, en wat eraan te doen is.

hold-round-closed = Deze ronde is gesloten. Open de ronde eerst weer als er iets moet veranderen.
hold-no-homes = Er zijn geen open woningen in deze ronde. Voeg eerst woningen toe.
hold-no-year-agreed = Voor { $year } is nog niets afgesproken. Leg eerst de jaarafspraak vast.
hold-agreed-already = Deze partner heeft al ingestemd.
hold-cannot-share-out = De woningen van het jaar kunnen zo niet worden verdeeld. { $why }
hold-shares-settled = Over deze verdeling is al besloten.
hold-other-year-agreed = Na dit voorstel is een andere jaarafspraak vastgelegd. Maak een nieuw voorstel met die afspraak.
hold-shares-overtaken = Sinds dit voorstel zijn er meer woningen gegeven dan het toedeelt, aan: { $groups }. Wat gegeven is, wordt niet teruggenomen. Maak een nieuw voorstel.
hold-shares-not-in-force = Deze verdeling geldt niet of niet meer, dus er is niets terug te zetten.
hold-numbers-changed = Na dit besluit zijn aantallen met de hand veranderd: { $of }. Maak een nieuw voorstel, of zet eerst die aantallen terug.
hold-nothing-proposed = In deze ronde is nog geen voorstel gemaakt. Vraag eerst een voorstel.
hold-older-proposal = Er is een nieuwer voorstel, nummer { $newest }. Bekijk dat voordat u beslist.
hold-only-a-trial = Dit is een proef met andere aantallen. Over een proef kan niemand beslissen.
hold-not-a-line = Dit huishouden en deze woning staan niet samen in het voorstel.
hold-home-taken = Woning { $vacancy } is al aan een ander huishouden toegezegd.
hold-household-placed = Voor huishouden { $reference } is al een woning afgesproken.
hold-already-decided = Over deze regel is al beslist. Neem die beslissing eerst terug als er iets moet veranderen.
hold-home-not-open = Woning { $vacancy } is niet meer beschikbaar. Vraag wie plaatst om een andere woning.
hold-household-not-ready = Huishouden { $reference } staat niet meer klaar voor plaatsing.
hold-no-longer-fits = Er is iets veranderd sinds het voorstel: naar wat nu bekend is, past deze woning niet bij huishouden { $reference }. Vraag een nieuw voorstel.
hold-no-room-left = Er is geen plek meer voor woning { $vacancy }: de doelgroep, de hoofdgroep, de corporatie of dit deel van de stad zit inmiddels vol. Vraag een nieuw voorstel.
hold-too-much-load = Woning { $vacancy } kan nu niet naar dit huishouden: er zou in de omgeving meer ondersteuning nodig zijn dan afgesproken. Vraag een nieuw voorstel.
hold-moves-together = Huishouden { $reference } verhuist samen met { $other }: allebei of geen van beide. Besluit over beide regels tegelijk, of vraag een nieuw voorstel.
hold-too-far-apart = Huishouden { $reference } verhuist samen met { $other }, maar deze woningen liggen te ver uit elkaar. Vraag een nieuw voorstel.
hold-pair-fixed = Dit huishouden en deze woning zijn al vastgezet of uitgesloten. Haal dat eerst weg.
hold-no-decision = Deze beslissing geldt niet meer; iemand heeft haar teruggenomen.
hold-vacancy-open = Deze woning staat al open, als { $vacancy }.
hold-vacancy-decided = Over deze woning is al beslist. Neem die beslissing eerst terug in de ronde.
hold-input = De gegevens van de ronde spreken elkaar tegen. { $errors }
hold-no-areas = Er zijn nog geen gebieden. Lees eerst de gebieden van de stad in.
hold-not-empty = Dit programma bevat al mensen of accounts. Daarom kan het geen demo worden.
hold-too-many-tries = Te veel pogingen. Wacht { $minutes } minuten en probeer het dan opnieuw.
hold-wrong-login = De naam of de wachtzin klopt niet.
hold-wrong-key = Deze link of code werkt niet (meer).
hold-key-used = Deze kaart is al gebruikt of ingetrokken.
hold-too-many-rows = Dit zijn { $found } regels. In één keer gaan er hoogstens { $most }. Filter verder.
hold-too-late-to-undo = Ongedaan maken in één keer kan { $minutes } minuten lang. Die tijd is om.
hold-form-not-now = Dit kan nu niet: het formulier is ‘{ $status }’.
hold-form-not-today = Dit formulier kunt u vandaag niet beginnen. Kijk of er een nieuwere versie is.
hold-form-under-way = Voor dit huishouden loopt dit formulier al. Ga daarmee verder.
hold-form-unreadable = { $count ->
    [one] Eén antwoord klopt nog niet. Verbeter dat eerst.
   *[other] { $count } antwoorden kloppen nog niet. Verbeter die eerst.
    }
hold-form-incomplete = { $count ->
    [one] Eén antwoord ontbreekt of klopt niet meer.
   *[other] { $count } antwoorden ontbreken of kloppen niet meer.
    } Maak het formulier weer open en vul ze in.
hold-form-same-person = Een collega moet hiernaar kijken: niet wie om de controle vroeg, en niet wie het als laatste invulde.
hold-form-goes-nowhere = Dit formulier gaat naar niemand toe.

flash-hold = Niet gedaan. { $why }
flash-changed = Niet gedaan: iemand anders heeft dit veranderd terwijl u keek. Er is niets overschreven. Kijk hoe het nu is en probeer het opnieuw.

fault-too-long = Dit zijn { $length } tekens; er passen er hoogstens { $most }.
fault-character = Er staat een teken in dat hier niet hoort.
fault-in-future = Deze datum moet nog komen.
fault-not-a-number = Schrijf een heel getal, in cijfers.
fault-floors-ask = De ondergrenzen van de groepen vragen samen { $least } woningen. Spreek meer woningen af of verlaag een ondergrens.
fault-unknown = Niets heeft deze code. Kies er een uit de lijst.
fault-taken = Dit is al in gebruik. Kies iets anders.
fault-street-needs-neighbourhood = Bij een straat hoort een buurt. Kies de buurt waar de straat ligt.
fault-not-yours = Dit is van een andere organisatie.
fault-too-short = Gebruik minstens { $least } tekens.
fault-wrong-passphrase = Dit is niet uw huidige wachtzin.
fault-easy-to-guess = Dit is makkelijk te raden. Kies iets anders dan uw geboortedatum, uw nummer of steeds hetzelfde teken.
fault-not-the-same = Dit is niet hetzelfde als de eerste keer.
fault-not-in-future = Deze dag moet nog komen.
fault-date-from = De dag is op zijn vroegst { $least }.
fault-date-until = De dag is op zijn laatst { $most }.
fault-date-between = Kies een dag van { $least } tot en met { $most }.
fault-too-few-rows = Het moeten er minstens { $least } zijn.
fault-too-many-rows = Het mogen er hoogstens { $most } zijn.
