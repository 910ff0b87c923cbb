-- Expected demand: what somebody put in the place of a forecast, in versions that are only ever
-- added (without a number: taken back), and people of whom it is known that they will come.

create table demand_overruling (
    id blob primary key,
    programme blob not null references programme (id),
    target_group text not null,
    year integer not null,
    version integer not null,
    expected integer,
    reason text not null,
    actor text not null,
    at text not null,
    unique (programme, target_group, year, version)
) strict;

create table announced_inflow (
    id blob primary key,
    programme blob not null references programme (id),
    target_group text not null,
    month text not null,
    people integer not null,
    reason text not null,
    actor text not null,
    at text not null,
    withdrawn_at text,
    withdrawn_by text,
    withdrawn_reason text
) strict;
create index announced_inflow_programme on announced_inflow (programme, month);
