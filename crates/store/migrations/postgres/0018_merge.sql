-- Two files of one person: the one that goes on, the one that was set aside, and what it takes
-- to take them apart again. Nothing is moved or thrown away.

alter table participant add column goes_on_as text collate "C";

create table merge (
    id uuid primary key,
    programme uuid not null references programme (id),
    kept text collate "C" not null,
    aside text collate "C" not null,
    reason text collate "C" not null,
    parts text collate "C" not null,
    version_before bigint not null,
    version_after bigint not null,
    actor text collate "C" not null,
    at timestamptz not null,
    undone_at timestamptz,
    undone_by text collate "C",
    undone_reason text collate "C"
);
create unique index merge_once on merge (programme, aside) where undone_at is null;
create index merge_kept on merge (programme, kept);
