-- Flow: how long each step of each file was open, worked out from its events whenever they change,
-- so that figures over all files need not read all events; and where somebody lived until the keys.
-- And pilots: files that are followed together, with a log of how they stood.

create table case_flow (
    case_file uuid primary key references case_file (id),
    programme uuid not null references programme (id),
    lived text collate "C",
    housed boolean not null,
    changes bigint not null
);

create table case_spell (
    case_file uuid not null references case_file (id),
    programme uuid not null references programme (id),
    number bigint not null,
    route text collate "C" not null,
    version bigint not null,
    step text collate "C" not null,
    kind text collate "C" not null,
    opened date not null,
    due date,
    rested bigint not null,
    rests_since date,
    closed date,
    ended text collate "C",
    outcome text collate "C",
    primary key (case_file, number)
);
create index case_spell_step on case_spell (programme, route, step);
create index case_spell_kind on case_spell (programme, kind);

create table pilot (
    id uuid primary key,
    programme uuid not null references programme (id),
    name text collate "C" not null,
    aim text collate "C" not null,
    began date not null,
    actor text collate "C" not null,
    at timestamptz not null,
    closed_on date,
    changes bigint not null
);
create index pilot_programme on pilot (programme, began);

create table pilot_case (
    pilot uuid not null references pilot (id),
    programme uuid not null references programme (id),
    reference text collate "C" not null,
    added_on date not null,
    removed_on date,
    primary key (pilot, reference)
);

create table pilot_log (
    pilot uuid not null references pilot (id),
    programme uuid not null references programme (id),
    number bigint not null,
    at timestamptz not null,
    actor text collate "C" not null,
    kind text collate "C" not null,
    reference text collate "C",
    note text collate "C",
    stood text collate "C" not null,
    primary key (pilot, number)
);
