-- Files under way on a road: what happened, as events that are only ever added, and beside it
-- what follows from them for lists. `changes` counts the events, so that of two people at once
-- the second is told. And homes that were refused, meant for the next household.

create table case_file (
    id uuid primary key,
    programme uuid not null references programme (id),
    reference text collate "C" not null,
    route text collate "C" not null,
    version bigint not null,
    began date not null,
    standing text collate "C" not null,
    step text collate "C",
    kind text collate "C",
    owner text collate "C",
    since date,
    due date,
    objection_due date,
    next_due date,
    extended boolean not null,
    vacancy text collate "C",
    association text collate "C",
    changes bigint not null,
    changed_at timestamptz not null
);
create unique index case_file_once on case_file (programme, reference) where standing <> 'ended';
create index case_file_reference on case_file (programme, reference);
create index case_file_next on case_file (programme, standing, next_due);

create table case_event (
    case_file uuid not null references case_file (id),
    programme uuid not null references programme (id),
    number bigint not null,
    recorded timestamptz not null,
    valid_on date not null,
    party text collate "C" not null,
    for_party text collate "C",
    actor text collate "C" not null,
    account uuid,
    kind text collate "C" not null,
    payload text collate "C" not null,
    primary key (case_file, number)
);

create table next_offer (
    id uuid primary key,
    programme uuid not null references programme (id),
    vacancy text collate "C" not null,
    reference text collate "C" not null,
    round uuid not null references round (id),
    proposal uuid not null references proposal (id),
    place bigint not null,
    proposed_at timestamptz not null,
    standing text collate "C" not null,
    settled_at timestamptz,
    settled_by text collate "C",
    reason text collate "C"
);
create unique index next_offer_once on next_offer (programme, vacancy) where standing = 'proposed';
create index next_offer_reference on next_offer (programme, reference);
