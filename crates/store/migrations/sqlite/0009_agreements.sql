-- Agreements between an association, a provider and a resident, and who signed them.

create table agreement (
    id blob primary key,
    programme blob not null references programme (id),
    kind text not null,
    household text not null,
    association text,
    provider text,
    dwelling text,
    from_date text not null,
    until_date text,
    rent_bare integer,
    rent_service integer,
    rent_energy integer,
    rent_furnishing integer,
    deposit integer,
    ground text,
    conditions text,
    rests_on blob,
    belongs_to blob,
    replaces blob,
    state text not null,
    state_on text,
    end_reason text,
    why text,
    into_agreement blob,
    version integer not null,
    made_by text not null,
    made_at text not null,
    changed_at text not null
) strict;
create index agreement_household on agreement (programme, household);
create index agreement_dwelling on agreement (programme, dwelling);
create index agreement_state on agreement (programme, state, until_date);

create table agreement_signature (
    programme blob not null references programme (id),
    agreement blob not null references agreement (id),
    party text not null,
    signed_by text not null,
    signed_on text not null,
    how text not null,
    recorded_by text not null,
    recorded_at text not null,
    primary key (agreement, party)
) strict;
