# Woningen en delen van de stad.

area-level-municipality = Gemeente
area-level-district = Stadsdeel
area-level-area = Gebied
area-level-quarter = Wijk
area-level-neighbourhood = Buurt
area-level-complex = Complex

adaptation-ordinary = Gewone woning
adaptation-step-free = Woning zonder trappen
adaptation-wheelchair = Rolstoelwoning

target-general = Voor iedereen
target-youth = Voor jongeren (18 tot en met 27 jaar)
target-fifty-five-plus = Voor mensen van 55 jaar of ouder
target-community-house = Woongroep (gemengd wonen)

energy-label-a = A
energy-label-b = B
energy-label-c = C
energy-label-d = D
energy-label-e = E
energy-label-f = F
energy-label-g = G

vacancy-status-open = Vrij
vacancy-status-decided = Besloten
vacancy-status-withdrawn = Ingetrokken
