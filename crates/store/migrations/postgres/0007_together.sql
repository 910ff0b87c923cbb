-- What main groups and associations agreed for a year (no row: neither floor nor ceiling), and
-- households that move together or not at all, the lower reference first.

create table main_group_quota (
    programme uuid not null references programme (id),
    main_group text collate "C" not null,
    year bigint not null,
    lower_bound bigint not null,
    upper_bound bigint,
    primary key (programme, main_group, year)
);

create table association_target (
    programme uuid not null references programme (id),
    association text collate "C" not null,
    year bigint not null,
    lower_bound bigint not null,
    upper_bound bigint,
    realised bigint not null,
    primary key (programme, association, year)
);

create table moves_together (
    programme uuid not null references programme (id),
    one text collate "C" not null,
    other text collate "C" not null,
    level text collate "C" not null,
    reason text collate "C",
    actor text collate "C" not null,
    at timestamptz not null,
    primary key (programme, one, other)
);
create index moves_together_other on moves_together (programme, other);
