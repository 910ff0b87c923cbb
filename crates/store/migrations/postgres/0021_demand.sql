-- Expected demand: what somebody put in the place of a forecast, in versions that are only ever
-- added (without a number: taken back), and people of whom it is known that they will come.

create table demand_overruling (
    id uuid primary key,
    programme uuid not null references programme (id),
    target_group text collate "C" not null,
    year bigint not null,
    version bigint not null,
    expected bigint,
    reason text collate "C" not null,
    actor text collate "C" not null,
    at timestamptz not null,
    unique (programme, target_group, year, version)
);

create table announced_inflow (
    id uuid primary key,
    programme uuid not null references programme (id),
    target_group text collate "C" not null,
    month date not null,
    people bigint not null,
    reason text collate "C" not null,
    actor text collate "C" not null,
    at timestamptz not null,
    withdrawn_at timestamptz,
    withdrawn_by text collate "C",
    withdrawn_reason text collate "C"
);
create index announced_inflow_programme on announced_inflow (programme, month);
