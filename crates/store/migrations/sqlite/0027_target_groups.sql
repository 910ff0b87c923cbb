-- The list of target groups ("doelgroepen") over time. What is known of the days and descriptions of a
-- group stands in versions that are only ever added; the newest holds, and each says who wrote it
-- down and why. Beside it the numbers the state asks for a group ("landelijke taakstelling"), also only
-- added: of one part of a year the last counts, and without homes it was taken back.

create table target_group_version (
    id blob primary key,
    programme blob not null references programme (id),
    target_group text not null,
    version integer not null,
    kind text not null,
    ground text,
    actor text not null,
    at text not null
) strict;
create unique index target_group_version_once
    on target_group_version (programme, target_group, version);

create table target_group_period (
    version blob not null references target_group_version (id),
    programme blob not null references programme (id),
    number integer not null,
    valid_from text,
    valid_until text,
    name_nl text not null,
    name_en text not null,
    main_group text not null,
    with_support integer not null,
    counts integer not null,
    primary key (version, number)
) strict;
create index target_group_period_of on target_group_period (programme, version);

create table national_target (
    programme blob not null references programme (id),
    target_group text not null,
    number integer not null,
    year integer not null,
    part text not null,
    homes integer,
    people integer,
    source text not null,
    source_date text not null,
    replaces integer,
    actor text not null,
    at text not null,
    primary key (programme, target_group, number)
) strict;

-- Of a group that is known already nobody wrote down a day: it is there from the first year it has
-- numbers for, and without any all the time.
insert into target_group_version (id, programme, target_group, version, kind, ground, actor, at)
    select id, programme, code, 1, 'before', null, '', strftime('%Y-%m-%dT%H:%M:%SZ', 'now')
    from target_group;

insert into target_group_period (version, programme, number, valid_from, valid_until, name_nl,
    name_en, main_group, with_support, counts)
    select g.id, g.programme, 1, (select printf('%04d-01-01', min(q.year)) from group_quota q
        where q.programme = g.programme and q.target_group = g.code
        having min(q.year) is not null), null, g.name_nl, g.name_en, g.main_group, g.with_support, g.counts
    from target_group g;
