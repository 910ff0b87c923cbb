-- The places and associations in a version of a year's agreement: the rule behind their numbers, the
-- places that were named with a number of their own, the numbers as they came out then with the figure
-- behind each, the figures that were missing then; and which version was put in force when.

alter table area_figure add column association_homes bigint;

create table year_area_rule (
    agreement uuid not null references year_agreement (id),
    programme uuid not null references programme (id),
    level text collate "C" not null,
    side text collate "C" not null,
    measure text collate "C" not null,
    amount bigint not null,
    rounding text collate "C" not null,
    primary key (agreement, level, side)
);

create table year_area_named (
    agreement uuid not null references year_agreement (id),
    programme uuid not null references programme (id),
    area text collate "C" not null,
    lower_bound bigint,
    upper_bound bigint,
    ground text collate "C" not null,
    primary key (agreement, area)
);

create table year_area (
    agreement uuid not null references year_agreement (id),
    programme uuid not null references programme (id),
    area text collate "C" not null,
    level text collate "C" not null,
    lower_bound bigint,
    upper_bound bigint,
    measure text collate "C",
    figure bigint,
    ground text collate "C" not null,
    primary key (agreement, area)
);

create table year_area_missing (
    agreement uuid not null references year_agreement (id),
    programme uuid not null references programme (id),
    area text collate "C" not null,
    measure text collate "C" not null,
    primary key (agreement, area, measure)
);

create table year_target_rule (
    agreement uuid primary key references year_agreement (id),
    programme uuid not null references programme (id),
    kind text collate "C" not null,
    least bigint,
    most bigint
);

create table year_target (
    agreement uuid not null references year_agreement (id),
    programme uuid not null references programme (id),
    association text collate "C" not null,
    stock bigint,
    lower_bound bigint not null,
    target bigint not null,
    upper_bound bigint,
    primary key (agreement, association)
);

create table year_in_force (
    id uuid primary key,
    programme uuid not null references programme (id),
    year bigint not null,
    number bigint not null,
    agreement uuid not null references year_agreement (id),
    actor text collate "C" not null,
    at timestamptz not null
);
create unique index year_in_force_once on year_in_force (programme, year, number);
