-- The list of target groups ("doelgroepen") over time. What is known of the days and descriptions of a
-- group stands in versions that are only ever added; the newest holds, and each says who wrote it
-- down and why. Beside it the numbers the state asks for a group ("landelijke taakstelling"), also only
-- added: of one part of a year the last counts, and without homes it was taken back.

create table target_group_version (
    id uuid primary key,
    programme uuid not null references programme (id),
    target_group text collate "C" not null,
    version bigint not null,
    kind text collate "C" not null,
    ground text collate "C",
    actor text collate "C" not null,
    at timestamptz not null
);
create unique index target_group_version_once
    on target_group_version (programme, target_group, version);

create table target_group_period (
    version uuid not null references target_group_version (id),
    programme uuid not null references programme (id),
    number bigint not null,
    valid_from date,
    valid_until date,
    name_nl text collate "C" not null,
    name_en text collate "C" not null,
    main_group text collate "C" not null,
    with_support boolean not null,
    counts boolean not null,
    primary key (version, number)
);
create index target_group_period_of on target_group_period (programme, version);

create table national_target (
    programme uuid not null references programme (id),
    target_group text collate "C" not null,
    number bigint not null,
    year bigint not null,
    part text collate "C" not null,
    homes bigint,
    people bigint,
    source text collate "C" not null,
    source_date date not null,
    replaces bigint,
    actor text collate "C" not null,
    at timestamptz not null,
    primary key (programme, target_group, number)
);

-- Of a group that is known already nobody wrote down a day: it is there from the first year it has
-- numbers for, and without any all the time.
insert into target_group_version (id, programme, target_group, version, kind, ground, actor, at)
    select id, programme, code, 1, 'before', null, '', date_trunc('second', now())
    from target_group;

insert into target_group_period (version, programme, number, valid_from, valid_until, name_nl,
    name_en, main_group, with_support, counts)
    select g.id, g.programme, 1, (select make_date(min(q.year)::int, 1, 1) from group_quota q
        where q.programme = g.programme and q.target_group = g.code
        having min(q.year) is not null), null, g.name_nl, g.name_en, g.main_group, g.with_support, g.counts
    from target_group g;
