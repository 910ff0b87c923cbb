# Who takes part, logging in, language.

role-placement-coordinator = Placement coordinator
role-letting-consultant = Letting consultant
role-programme-manager = Programme manager
role-support-worker = Support worker
role-administrator = Administrator

organisation-kind-municipality = Municipality
organisation-kind-association = Housing association
organisation-kind-provider = Care provider
