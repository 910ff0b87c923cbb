-- Agreements between an association, a provider and a resident, and who signed them.

create table agreement (
    id uuid primary key,
    programme uuid not null references programme (id),
    kind text collate "C" not null,
    household text collate "C" not null,
    association text collate "C",
    provider text collate "C",
    dwelling text collate "C",
    from_date date not null,
    until_date date,
    rent_bare bigint,
    rent_service bigint,
    rent_energy bigint,
    rent_furnishing bigint,
    deposit bigint,
    ground text collate "C",
    conditions text collate "C",
    rests_on uuid,
    belongs_to uuid,
    replaces uuid,
    state text collate "C" not null,
    state_on date,
    end_reason text collate "C",
    why text collate "C",
    into_agreement uuid,
    version bigint not null,
    made_by text collate "C" not null,
    made_at timestamptz not null,
    changed_at timestamptz not null
);
create index agreement_household on agreement (programme, household);
create index agreement_dwelling on agreement (programme, dwelling);
create index agreement_state on agreement (programme, state, until_date);

create table agreement_signature (
    programme uuid not null references programme (id),
    agreement uuid not null references agreement (id),
    party text collate "C" not null,
    signed_by text collate "C" not null,
    signed_on date not null,
    how text collate "C" not null,
    recorded_by text collate "C" not null,
    recorded_at timestamptz not null,
    primary key (agreement, party)
);
