# Knelpunten: wat er in de weg zit, van wie het is, en wanneer het weg moet zijn.

obstacles-tab = Knelpunten
obstacles-title = Knelpunten
obstacles-lead = Wat er in de weg zit, wie het oplost en voor wanneer. Niets verdwijnt van deze lijst.
obstacles-new = Knelpunt toevoegen
obstacles-sum = { $standing ->
    [0] Geen knelpunt staat open.
    [one] Eén knelpunt staat open
   *[other] { $standing } knelpunten staan open
  }{ $standing ->
    [0] {""}
   *[other] , { $overdue ->
        [0] geen is te laat.
        [one] één is te laat.
       *[other] { $overdue } zijn te laat.
      }
  }
obstacles-sum-cost = Samen kosten ze { $weeks } persoonsweken: mensen keer weken, zoals de makers het schatten.
obstacles-sum-not-reckoned = Van { $count } is dat nog niet geschat.

obstacles-kind-too-few-homes = Te weinig woningen
obstacles-kind-terms-not-kept = Termijnen niet gehaald
obstacles-kind-money = Geld en huur
obstacles-kind-neighbours = Buren en buurt
obstacles-kind-rules = Wet en regels
obstacles-kind-support = Begeleiding
obstacles-kind-information = Gegevens tussen partijen
obstacles-kind-other = Anders

obstacles-status-open = Open
obstacles-status-under-way = Er wordt aan gewerkt
obstacles-status-solved = Opgelost
obstacles-status-not-here = Kunnen wij niet oplossen

obstacles-update-made = Op de lijst gezet
obstacles-update-note = Voortgang
obstacles-update-changed = Gewijzigd
obstacles-update-moved = Andere stand
obstacles-update-put-back = Teruggezet

obstacles-number = Knelpunt { $number }
obstacles-name = Wat er in de weg zit
obstacles-name-hint = Een paar woorden, zonder namen van mensen.
obstacles-description = Toelichting
obstacles-description-hint = Schrijf niets waaraan iemand een deelnemer herkent.
obstacles-kind = Soort
obstacles-status = Stand
obstacles-owner = Wie lost het op
obstacles-owner-hint = Diegene krijgt een bericht.
obstacles-owner-left = { $name } werkt hier niet meer. Kies iemand anders.
obstacles-owner-left-short = werkt hier niet meer
obstacles-found = Gevonden op
obstacles-due = Opgelost vóór of op
obstacles-due-short = Vóór of op
obstacles-people = Hoeveel mensen raakt het
obstacles-weeks = Hoeveel weken kost het elk
obstacles-weeks-hint = Gemiddeld, zolang het knelpunt er is.
obstacles-ground = Waar rust dat op
obstacles-ground-hint = Bijvoorbeeld: geteld in de wachtlijst van mei.
obstacles-cost = Kosten
obstacles-cost-of = { $people } mensen × { $weeks } weken
obstacles-cost-sum = { $weeks } persoonsweken
obstacles-cost-unknown = Niet geschat
obstacles-step = Stap van een route
obstacles-group = Doelgroep
obstacles-area = Buurt of gebied
obstacles-area-hint = Kies uit de lijst die opent als u typt.
obstacles-association = Corporatie
obstacles-agreement = Werkafspraak
obstacles-agreement-name = { $number }. { $name }
obstacles-none = Geen
obstacles-choose = Kies
obstacles-what = Wat het is
obstacles-where = Waar het over gaat
obstacles-who-when = Wie en wanneer
obstacles-what-it-costs = Wat het kost
obstacles-cost-lead = Vul beide getallen in, of geen van beide.
obstacles-save = Opslaan
obstacles-cancel = Annuleren
obstacles-edit = Wijzigen
obstacles-edit-title = Knelpunt { $number } wijzigen
obstacles-made-by = Op de lijst gezet door { $who }, { $when }
obstacles-is-overdue = { $date }, te laat
obstacles-by = { $date }

obstacles-data = Wat de dossiers zeggen
obstacles-data-beyond = { $people } mensen staan nu langer dan de termijn bij deze stap, gemiddeld { $weeks } weken over de laatste dag.
obstacles-data-few = Minder dan { $most } mensen staan nu langer dan de termijn bij deze stap. Zo weinig mensen tonen wij niet in cijfers.
obstacles-data-nobody = Niemand staat nu langer dan de termijn bij deze stap.
obstacles-data-no-step = Koppel een stap van een route, dan staat hier wat de dossiers zeggen.

obstacles-filter-not-over = Niet afgerond
obstacles-filter-all = Alles
obstacles-sort = Volgorde
obstacles-sort-day = Op dag, te laat eerst
obstacles-sort-cost = Op kosten, meeste eerst
obstacles-csv = Deze lijst als bestand (CSV)
obstacles-csv-number = Nummer
obstacles-csv-people = Mensen
obstacles-csv-weeks = Weken elk
obstacles-csv-person-weeks = Persoonsweken
obstacles-csv-organisation = Organisatie
obstacles-csv-overdue = Te laat
obstacles-csv-yes = ja
obstacles-csv-few = minder dan { $most }
obstacles-empty-title = Nog geen knelpunten
obstacles-empty = Zet op de lijst wat er in de weg zit, met wie het oplost en voor wanneer.
obstacles-empty-look = Coördinatoren, verhuurders, huisvesters en de programmamanager zetten op de lijst wat er in de weg zit.
obstacles-empty-filtered-title = Niets gevonden
obstacles-empty-filtered = Geen knelpunt past bij wat u koos.

obstacles-note-title = Hoe gaat het
obstacles-note = Voortgang
obstacles-note-hint = U kunt dit later niet wijzigen. Zonder namen van deelnemers.
obstacles-note-do = Toevoegen
obstacles-noted = De voortgang is toegevoegd.
obstacles-status-title = Stand
obstacles-status-reason = Waarom
obstacles-status-do = Stand opslaan
obstacles-status-saved = De stand is nu: { $status }.
obstacles-put-back = Terugzetten naar: { $status }
obstacles-put-back-done = De stand is teruggezet.
obstacles-moved = { $before } → { $after }
obstacles-history = Wat er gebeurde
obstacles-added = Knelpunt { $number } staat op de lijst.
obstacles-saved = Het knelpunt is opgeslagen.
obstacles-changed-by = { $who } wijzigde dit knelpunt op { $when }. Wat u typte staat hieronder nog. Kijk of het nog klopt en sla dan opnieuw op.
obstacles-see-changes = Bekijk het knelpunt zoals het nu is
obstacles-from-agreement = Werkafspraak { $number } wordt niet altijd nagekomen in { $year }

obstacles-home-todo = Knelpunt { $number }: { $title }
obstacles-home-left = { $count ->
    [one] Eén knelpunt is van iemand die hier niet meer werkt
   *[other] { $count } knelpunten zijn van iemand die hier niet meer werkt
  }

# Verzonnen, voor de demo.
obstacles-demo-homes = Te weinig woningen voor één persoon met een lage huur
obstacles-demo-viewing = Bezichtigingen worden te laat gepland
obstacles-demo-decision = Besluiten blijven liggen in de vakantie
obstacles-demo-furnishing = Geen geld voor inrichting als de sleutel komt
obstacles-demo-debts = Schulden uit een vorige huur houden het contract op
obstacles-demo-neighbours = In één complex weten buren niet wie zij kunnen bellen
obstacles-demo-rules = Wie net weg is uit een andere gemeente krijgt geen urgentie
obstacles-demo-support = Te weinig begeleiders met ervaring met jongeren
obstacles-demo-file = De aanvraag mist vaak de gegevens van het gezin
obstacles-demo-adapted = Aangepaste woningen worden niet gemeld
obstacles-demo-meeting = Kennismaken met de corporatie lukt niet binnen zes weken
obstacles-demo-conversion = Het eigen contract komt weken na het besluit
obstacles-demo-ground = Geteld door de partners in het overleg van vorige maand (verzonnen)
obstacles-demo-note = Besproken met de partners. Zij komen met een voorstel.
obstacles-demo-solved = Er is een vaste afspraak gemaakt en die werkt.
obstacles-demo-not-here = Dit volgt uit een landelijke regel. Wij geven het door aan het Rijk.
