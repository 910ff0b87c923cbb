-- Two files of one person: the one that goes on, the one that was set aside, and what it takes
-- to take them apart again. Nothing is moved or thrown away.

alter table participant add column goes_on_as text;

create table merge (
    id blob primary key,
    programme blob not null references programme (id),
    kept text not null,
    aside text not null,
    reason text not null,
    parts text not null,
    version_before integer not null,
    version_after integer not null,
    actor text not null,
    at text not null,
    undone_at text,
    undone_by text,
    undone_reason text
) strict;
create unique index merge_once on merge (programme, aside) where undone_at is null;
create index merge_kept on merge (programme, kept);
