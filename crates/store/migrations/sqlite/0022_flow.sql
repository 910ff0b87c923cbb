-- Flow: how long each step of each file was open, worked out from its events whenever they change,
-- so that figures over all files need not read all events; and where somebody lived until the keys.
-- And pilots: files that are followed together, with a log of how they stood.

create table case_flow (
    case_file blob primary key references case_file (id),
    programme blob not null references programme (id),
    lived text,
    housed integer not null,
    changes integer not null
) strict;

create table case_spell (
    case_file blob not null references case_file (id),
    programme blob not null references programme (id),
    number integer not null,
    route text not null,
    version integer not null,
    step text not null,
    kind text not null,
    opened text not null,
    due text,
    rested integer not null,
    rests_since text,
    closed text,
    ended text,
    outcome text,
    primary key (case_file, number)
) strict;
create index case_spell_step on case_spell (programme, route, step);
create index case_spell_kind on case_spell (programme, kind);

create table pilot (
    id blob primary key,
    programme blob not null references programme (id),
    name text not null,
    aim text not null,
    began text not null,
    actor text not null,
    at text not null,
    closed_on text,
    changes integer not null
) strict;
create index pilot_programme on pilot (programme, began);

create table pilot_case (
    pilot blob not null references pilot (id),
    programme blob not null references programme (id),
    reference text not null,
    added_on text not null,
    removed_on text,
    primary key (pilot, reference)
) strict;

create table pilot_log (
    pilot blob not null references pilot (id),
    programme blob not null references programme (id),
    number integer not null,
    at text not null,
    actor text not null,
    kind text not null,
    reference text,
    note text,
    stood text not null,
    primary key (pilot, number)
) strict;
