-- What files that may be about one person have in common, and pairs of files somebody said are
-- about different people, the lower reference first.

create table participant_key (
    programme uuid not null references programme (id),
    participant uuid not null references participant (id),
    key text collate "C" not null,
    head boolean not null,
    rules bigint not null,
    primary key (participant, key, head)
);
create index participant_key_key on participant_key (programme, key);

create table not_the_same (
    programme uuid not null references programme (id),
    one text collate "C" not null,
    other text collate "C" not null,
    reason text collate "C" not null,
    judged boolean not null,
    actor text collate "C" not null,
    at timestamptz not null,
    primary key (programme, one, other)
);
create index not_the_same_other on not_the_same (programme, other);
