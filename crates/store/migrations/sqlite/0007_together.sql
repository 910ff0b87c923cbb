-- What main groups and associations agreed for a year (no row: neither floor nor ceiling), and
-- households that move together or not at all, the lower reference first.

create table main_group_quota (
    programme blob not null references programme (id),
    main_group text not null,
    year integer not null,
    lower_bound integer not null,
    upper_bound integer,
    primary key (programme, main_group, year)
) strict;

create table association_target (
    programme blob not null references programme (id),
    association text not null,
    year integer not null,
    lower_bound integer not null,
    upper_bound integer,
    realised integer not null,
    primary key (programme, association, year)
) strict;

create table moves_together (
    programme blob not null references programme (id),
    one text not null,
    other text not null,
    level text not null,
    reason text,
    actor text not null,
    at text not null,
    primary key (programme, one, other)
) strict;
create index moves_together_other on moves_together (programme, other);
