-- What is in the way ("knelpunten"), as it stands, and beside it everything that was ever written
-- down about it; and how often the work agreements have to be kept, in versions that are only
-- added (without a number: taken back).

create table obstacle (
    programme blob not null references programme (id),
    number integer not null,
    title text not null,
    description text,
    kind text not null,
    route text,
    step text,
    target_group text,
    area text,
    association text,
    agreement text,
    owner blob not null references account (id),
    found_on text not null,
    due_on text not null,
    people integer,
    weeks integer,
    ground text,
    status text not null,
    is_over integer not null,
    version integer not null,
    made_by text not null,
    made_at text not null,
    primary key (programme, number)
) strict;
create index obstacle_owner on obstacle (owner, is_over, due_on);

create table obstacle_update (
    programme blob not null,
    obstacle integer not null,
    number integer not null,
    at text not null,
    actor text not null,
    kind text not null,
    status_before text,
    status_after text,
    words text,
    changes text not null,
    primary key (programme, obstacle, number),
    foreign key (programme, obstacle) references obstacle (programme, number)
) strict;

create table agreement_target (
    programme blob not null references programme (id),
    agreement text not null,
    year integer not null,
    version integer not null,
    percent integer,
    reason text not null,
    actor text not null,
    at text not null,
    primary key (programme, agreement, year, version)
) strict;
