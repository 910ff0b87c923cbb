# Berichten: het postvak, wat iemand gemaild wil krijgen, de mail zelf, en mail die onderweg is.

messages-title = Berichten
messages-unread-title = { $count ->
    [one] 1 nieuw bericht
   *[other] { $count } nieuwe berichten
}
messages-filter = Toon
messages-filter-unread = Nieuwe berichten
messages-filter-all = Alle berichten
messages-none-title = U bent bij
messages-none-text = Er is geen nieuw bericht. Kies ‘Alle berichten’ om terug te lezen.
messages-none-all-title = Nog geen berichten
messages-none-all-text = Hier komt te staan wat er voor u verandert, zoals een besluit of een dossier dat iemand anders bijwerkt.
messages-what = Bericht
messages-when = Wanneer
messages-new = Nieuw
messages-read = Gelezen
messages-open = Bekijk
messages-mark = Gelezen
messages-mark-all = Alles op gelezen zetten
messages-marked = Het bericht staat op gelezen.
messages-marked-all = { $count ->
    [one] 1 bericht staat op gelezen.
   *[other] { $count } berichten staan op gelezen.
}
messages-one-title = Bericht
messages-settings = Kies of u ook mail krijgt

message-placement-decided = Over een woning voor dossier { $reference } is besloten: { $verdict ->
    [agreed] akkoord.
   *[rejected] niet akkoord.
}
message-home-decided = Over de vrije woning { $vacancy } is besloten: { $verdict ->
    [agreed] akkoord. De woning is vergeven.
   *[rejected] dit voorstel gaat niet door.
}
message-decision-undone = Het besluit over een woning voor dossier { $reference } is teruggedraaid.
message-home-undone = Het besluit over de vrije woning { $vacancy } is teruggedraaid. De woning is weer vrij.
message-file-changed = Iemand anders heeft dossier { $reference } veranderd.
message-file-handed-over = Dossier { $reference } staat nu op uw naam.
message-form-sent = Er is een formulier naar u gestuurd bij dossier { $reference }.
message-form-returned = Een formulier bij dossier { $reference } is terug: er mist nog iets.
message-step-waits = Bij dossier { $reference } bent u aan zet.
message-decision-taken = De gemeente heeft besloten over dossier { $reference }.
message-person-answered = De persoon van dossier { $reference } heeft zelf geantwoord over een woning.
message-person-acted = De persoon van dossier { $reference } heeft zelf iets gedaan op de eigen pagina.
message-new-card-needed = Van twee dossiers is één gemaakt: { $reference } gaat verder. De eigen pagina bij het andere is dicht. Geef de deelnemer een nieuwe kaart.
message-plan-waits = Het plan van dossier { $reference } ligt klaar. Zegt u of uw organisatie het ermee eens is?
message-plan-answered = Er is geantwoord op het plan van dossier { $reference }.
message-person-said = De persoon van dossier { $reference } heeft zelf opgeschreven wat die wil, kan en nodig heeft.
message-caseload-handed-over = { $files ->
    [one] Er is 1 dossier overgedragen.
   *[other] Er zijn { $files } dossiers overgedragen.
} Bekijk van wie en aan wie.
message-hand-over-undone = { $files ->
    [one] De overdracht van 1 dossier is teruggedraaid.
   *[other] De overdracht van { $files } dossiers is teruggedraaid.
}
message-worker-changed = Dossier { $reference } heeft een andere begeleider.
message-worker-left = { $files ->
    [one] Een account is gesloten, maar 1 dossier staat nog op die naam.
   *[other] Een account is gesloten, maar { $files } dossiers staan nog op die naam.
} Draag ze over aan een collega.
message-deputy-arranged = Er is een waarneming afgesproken, van { $from } tot en met { $until }.
message-deputy-ended = De waarneming van { $from } tot en met { $until } is gestopt.
message-guest-invited = U bent gevraagd om mee te doen in dossier { $reference }.
message-guest-answered = Uw uitnodiging voor dossier { $reference } is { $answer ->
    [yes] aangenomen.
   *[no] afgeslagen.
}
message-guest-ended = Het meedoen van een gast in dossier { $reference } is gestopt.
message-guest-prolonged = U kunt langer meedoen in dossier { $reference }.
message-task-given = Een collega gaf u een taak bij dossier { $reference }.
message-obstacle-given = Knelpunt { $number } is van u: u lost het op.

mail-choice-nothing = Geen mail
mail-choice-daily = Eén mail op een dag dat er iets wacht
mail-choice-each = Een mail bij elk nieuw bericht
mail-settings-title = Mail
mail-settings-text = In een mail staat alleen dat er iets op u wacht, met een link. Namen en gegevens staan er nooit in.
mail-settings-off = Deze installatie verstuurt nog geen mail. Uw keuze geldt zodra dat wel zo is.
mail-settings-email = E-mailadres van uw werk
mail-settings-mail = Wat wilt u krijgen?
mail-settings-do = Opslaan
mail-settings-kept = Uw keuze is opgeslagen.
fault-not-an-address = Dit is geen e-mailadres. Schrijf er één, zoals n.winters@zorg.example, zonder naam of leestekens eromheen.
hold-no-mail-address = Deze collega heeft geen e-mailadres meer bij het account staan. De mail kan daarom niet opnieuw weg.

mail-subject = Er staat een bericht voor u klaar
mail-text = Er staat een nieuw bericht voor u klaar in Sleutel.
mail-digest-subject = { $unread ->
    [one] Er wacht 1 bericht op u
   *[other] Er wachten { $unread } berichten op u
}
mail-digest-text = { $unread ->
    [one] Er staat 1 ongelezen bericht voor u klaar in Sleutel.
   *[other] Er staan { $unread } ongelezen berichten voor u klaar in Sleutel.
}
mail-digest-subject-tasks = { $tasks ->
    [one] Er wacht 1 taak op u
   *[other] Er wachten { $tasks } taken op u
}
mail-digest-subject-both = { $unread ->
    [one] Er wacht 1 bericht op u
   *[other] Er wachten { $unread } berichten op u
}, en { $tasks ->
    [one] 1 taak
   *[other] { $tasks } taken
}
mail-digest-overdue = { $count ->
    [one] Er is 1 taak te laat.
   *[other] Er zijn { $count } taken te laat.
}
mail-digest-today = { $count ->
    [one] Er is 1 taak voor vandaag.
   *[other] Er zijn { $count } taken voor vandaag.
}
mail-digest-week = { $count ->
    [one] Er is 1 taak voor de komende week.
   *[other] Er zijn { $count } taken voor de komende week.
}
mail-hello = Goedendag,
mail-open = Lees het na het inloggen:
mail-why-nothing = In deze mail staat met opzet niet waar het over gaat: mail kan door anderen worden gelezen.
mail-stop = Wilt u minder mail, of geen? Verander dat bij uw account:

outbox-title = Uitgaande mail
outbox-text = Elke mail gaat naar één adres en zegt alleen dat er iets wacht. Lukt versturen niet, dan probeert Sleutel het later opnieuw, acht keer in ongeveer twee dagen.
outbox-off = Er wordt nu geen mail verstuurd: de mailserver is niet ingesteld. Wie de installatie beheert, vindt in sleutel serve --help hoe dat moet. Wat hier wacht, gaat weg zodra het is ingesteld.
outbox-state = Stand
outbox-state-waiting = Wacht
outbox-state-failed = Mislukt, wordt opnieuw geprobeerd
outbox-state-sent = Verstuurd
outbox-state-given-up = Opgegeven
outbox-address = Adres
outbox-link = Link
outbox-written = Geschreven
outbox-tries = Pogingen
outbox-why = Wat er gebeurde
outbox-next = Volgende poging: { $moment }
outbox-do = Doen
outbox-try-again = Opnieuw proberen
outbox-give-up = Opgeven
outbox-tried-again = De mail wordt opnieuw geprobeerd.
outbox-gave-up = De mail wordt niet meer verstuurd.
outbox-none-title = Geen mail
outbox-none-text = Er is geen mail die hierbij past. Mail ontstaat als een collega daarvoor heeft gekozen en er een bericht is.

mail-failure-unreachable = De mailserver was niet bereikbaar.
mail-failure-later = De mailserver vroeg om het later nog eens te proberen.
mail-failure-refused = De mailserver weigert deze mail, bijvoorbeeld omdat het adres niet bestaat.
mail-failure-bad-address = Dit adres past niet in een mail.
mail-failure-reply = { $what } Antwoord van de server: { $reply }.
