# Wie meedoet, inloggen, taal.

role-placement-coordinator = Plaatsingscoördinator
role-letting-consultant = Woonconsulent
role-programme-manager = Programmamanager
role-support-worker = Persoonlijk begeleider
role-administrator = Functioneel beheerder

organisation-kind-municipality = Gemeente
organisation-kind-association = Woningcorporatie
organisation-kind-provider = Zorgaanbieder
