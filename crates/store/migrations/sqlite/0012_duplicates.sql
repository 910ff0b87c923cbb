-- What files that may be about one person have in common, and pairs of files somebody said are
-- about different people, the lower reference first.

create table participant_key (
    programme blob not null references programme (id),
    participant blob not null references participant (id),
    key text not null,
    head integer not null,
    rules integer not null,
    primary key (participant, key, head)
) strict;
create index participant_key_key on participant_key (programme, key);

create table not_the_same (
    programme blob not null references programme (id),
    one text not null,
    other text not null,
    reason text not null,
    judged integer not null,
    actor text not null,
    at text not null,
    primary key (programme, one, other)
) strict;
create index not_the_same_other on not_the_same (programme, other);
