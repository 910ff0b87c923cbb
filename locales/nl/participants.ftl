# Mensen die wachten en wat zij willen.

member-role-head = Hoofd van het huishouden
member-role-partner = Partner
member-role-child = Kind
member-role-other = Iemand anders

readiness-preparing = In voorbereiding
readiness-ready = Klaar voor een woning
readiness-paused = Even niet
readiness-placed = Woning besloten

priority-ground-none = Geen voorrang
priority-ground-term-ends = Het verblijf loopt af
priority-ground-safety = Blijven is niet veilig

direction-prefer = Graag hier
direction-avoid = Liever niet hier

strength-slight = Zou fijn zijn
strength-strong = Belangrijk
strength-must = Moet echt

tie-kind-family = Familie
tie-kind-friend = Vriend of vriendin
tie-kind-activity = Werk, cursus of dagbesteding
tie-kind-school = School van een kind
tie-kind-support = Hulp of zorg die er al is

living-rough = Op straat
living-emergency = Noodopvang of nachtopvang
living-accommodation = Opvang of tijdelijke woning van de hulpverlening
living-institution = In een instelling of gevangenis
living-non-conventional = In iets dat geen woning is (auto, schuur, boot)
living-with-others = Bij familie of vrienden, omdat het niet anders kan

participants-all = Iedereen
participants-name = Naam
participants-reference = Dossiernummer
participants-group = Groep
participants-provider = Zorgaanbieder
participants-worker = Begeleider
participants-people = Mensen
participants-waiting = Wacht sinds
participants-readiness = Stand
participants-ground = Voorrang
participants-ground-date = Voorrang: datum
participants-open = Alleen met open vragen
participants-search = Zoek een naam of nummer
participants-search-reference = Zoek een dossiernummer
participants-new = Nieuw dossier
participants-export = Download als spreadsheet
participants-without-names = U ziet dossiernummers en geen namen. Voor sturing zijn namen niet nodig. De zorgaanbieder weet wie het is.
participants-none-title = Niemand gevonden
participants-none-text = Er is geen dossier dat hierbij past. Wis de filters, of maak een nieuw dossier.
participants-ready-since = Klaar voor een woning sinds { $date }
participants-paused = Even niet: { $reason }
participants-paused-until = Even niet, tot { $date }: { $reason }
participants-placed-on = Woning besloten op { $date }
participants-term-ends = Het verblijf loopt af op { $date }
