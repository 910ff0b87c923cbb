# Taken: wat iemand zichzelf of een collega opgeeft, bij een dossier.

nav-tasks = Taken
tasks-title = Taken
tasks-waiting = Taken, stappen en knelpunten samen: { $overdue } te laat, { $today } voor vandaag, { $week } voor de komende week.
tasks-mine = Van mij
tasks-team = Van iedereen
tasks-done-mine = Klaar, van mij
tasks-done-team = Klaar, van iedereen
tasks-overdue = Te laat
tasks-today = Vandaag
tasks-week = Komende week
tasks-later = Later
tasks-what = Wat moet er gebeuren
tasks-what-hint = Kort en zakelijk, zonder gegevens over gezondheid.
tasks-file = Dossier
tasks-owner = Voor wie
tasks-owner-hint = Alleen collega’s die dit dossier mogen openen.
tasks-for = u neemt waar voor { $name }
tasks-due = Uiterlijk
tasks-due-overdue = Te laat: { $date }
tasks-due-today = Vandaag: { $date }
tasks-due-on = { $date }
tasks-made-by = Opgegeven door
tasks-do = Doen
tasks-done-do = Klaar
tasks-undo = Toch niet klaar
tasks-done-by = Klaar: { $when }, { $who }
tasks-now-done = De taak is klaar.
tasks-now-open = De taak staat weer open.
tasks-none-title = Geen taken
tasks-none-text = Er wacht geen taak op u. Open een dossier om er een taak bij te zetten.
tasks-none-filtered = Kies iets anders om meer te zien.
tasks-none-open = Er staat geen taak open bij dit dossier.
tasks-on-file = Taken bij dit dossier
tasks-new = Nieuwe taak
tasks-add = Taak toevoegen
tasks-added = De taak is toegevoegd.
tasks-done-title = Klaar
home-todo-task = { $reference }: { $what }
home-for = voor { $name }
home-stands-in = U neemt waar voor { $name }, tot en met { $date }
home-invited = { $count ->
    [one] U bent gevraagd om mee te doen in 1 dossier
   *[other] U bent gevraagd om mee te doen in { $count } dossiers
}
fault-cannot-open = Deze collega mag dit dossier niet openen. Kies iemand die dat wel mag.
