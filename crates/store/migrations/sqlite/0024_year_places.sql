-- The places and associations in a version of a year's agreement: the rule behind their numbers, the
-- places that were named with a number of their own, the numbers as they came out then with the figure
-- behind each, the figures that were missing then; and which version was put in force when.

alter table area_figure add column association_homes integer;

create table year_area_rule (
    agreement blob not null references year_agreement (id),
    programme blob not null references programme (id),
    level text not null,
    side text not null,
    measure text not null,
    amount integer not null,
    rounding text not null,
    primary key (agreement, level, side)
) strict;

create table year_area_named (
    agreement blob not null references year_agreement (id),
    programme blob not null references programme (id),
    area text not null,
    lower_bound integer,
    upper_bound integer,
    ground text not null,
    primary key (agreement, area)
) strict;

create table year_area (
    agreement blob not null references year_agreement (id),
    programme blob not null references programme (id),
    area text not null,
    level text not null,
    lower_bound integer,
    upper_bound integer,
    measure text,
    figure integer,
    ground text not null,
    primary key (agreement, area)
) strict;

create table year_area_missing (
    agreement blob not null references year_agreement (id),
    programme blob not null references programme (id),
    area text not null,
    measure text not null,
    primary key (agreement, area, measure)
) strict;

create table year_target_rule (
    agreement blob primary key references year_agreement (id),
    programme blob not null references programme (id),
    kind text not null,
    least integer,
    most integer
) strict;

create table year_target (
    agreement blob not null references year_agreement (id),
    programme blob not null references programme (id),
    association text not null,
    stock integer,
    lower_bound integer not null,
    target integer not null,
    upper_bound integer,
    primary key (agreement, association)
) strict;

create table year_in_force (
    id blob primary key,
    programme blob not null references programme (id),
    year integer not null,
    number integer not null,
    agreement blob not null references year_agreement (id),
    actor text not null,
    at text not null
) strict;
create unique index year_in_force_once on year_in_force (programme, year, number);
