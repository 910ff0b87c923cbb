# Homes and parts of the city.

area-level-municipality = Municipality
area-level-district = District
area-level-area = Area
area-level-quarter = Quarter
area-level-neighbourhood = Neighbourhood
area-level-complex = Complex

adaptation-ordinary = Ordinary home
adaptation-step-free = Home without stairs
adaptation-wheelchair = Wheelchair home

target-general = For anyone
target-youth = For young people (18 up to and including 27)
target-fifty-five-plus = For people of 55 or older
target-community-house = Shared house (community living)

energy-label-a = A
energy-label-b = B
energy-label-c = C
energy-label-d = D
energy-label-e = E
energy-label-f = F
energy-label-g = G

vacancy-status-open = Free
vacancy-status-decided = Decided
vacancy-status-withdrawn = Withdrawn
