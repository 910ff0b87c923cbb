-- Files under way on a road: what happened, as events that are only ever added, and beside it
-- what follows from them for lists. `changes` counts the events, so that of two people at once
-- the second is told. And homes that were refused, meant for the next household.

create table case_file (
    id blob primary key,
    programme blob not null references programme (id),
    reference text not null,
    route text not null,
    version integer not null,
    began text not null,
    standing text not null,
    step text,
    kind text,
    owner text,
    since text,
    due text,
    objection_due text,
    next_due text,
    extended integer not null,
    vacancy text,
    association text,
    changes integer not null,
    changed_at text not null
) strict;
create unique index case_file_once on case_file (programme, reference) where standing <> 'ended';
create index case_file_reference on case_file (programme, reference);
create index case_file_next on case_file (programme, standing, next_due);

create table case_event (
    case_file blob not null references case_file (id),
    programme blob not null references programme (id),
    number integer not null,
    recorded text not null,
    valid_on text not null,
    party text not null,
    for_party text,
    actor text not null,
    account blob,
    kind text not null,
    payload text not null,
    primary key (case_file, number)
) strict;

create table next_offer (
    id blob primary key,
    programme blob not null references programme (id),
    vacancy text not null,
    reference text not null,
    round blob not null references round (id),
    proposal blob not null references proposal (id),
    place integer not null,
    proposed_at text not null,
    standing text not null,
    settled_at text,
    settled_by text,
    reason text
) strict;
create unique index next_offer_once on next_offer (programme, vacancy) where standing = 'proposed';
create index next_offer_reference on next_offer (programme, reference);
