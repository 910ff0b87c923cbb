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
