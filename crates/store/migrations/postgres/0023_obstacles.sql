-- What is in the way ("knelpunten"), as it stands, and beside it everything that was ever written
-- down about it; and how often the work agreements have to be kept, in versions that are only
-- added (without a number: taken back).

create table obstacle (
    programme uuid not null references programme (id),
    number bigint not null,
    title text collate "C" not null,
    description text collate "C",
    kind text collate "C" not null,
    route text collate "C",
    step text collate "C",
    target_group text collate "C",
    area text collate "C",
    association text collate "C",
    agreement text collate "C",
    owner uuid not null references account (id),
    found_on date not null,
    due_on date not null,
    people bigint,
    weeks bigint,
    ground text collate "C",
    status text collate "C" not null,
    is_over boolean not null,
    version bigint not null,
    made_by text collate "C" not null,
    made_at timestamptz not null,
    primary key (programme, number)
);
create index obstacle_owner on obstacle (owner, is_over, due_on);

create table obstacle_update (
    programme uuid not null,
    obstacle bigint not null,
    number bigint not null,
    at timestamptz not null,
    actor text collate "C" not null,
    kind text collate "C" not null,
    status_before text collate "C",
    status_after text collate "C",
    words text collate "C",
    changes text collate "C" not null,
    primary key (programme, obstacle, number),
    foreign key (programme, obstacle) references obstacle (programme, number)
);

create table agreement_target (
    programme uuid not null references programme (id),
    agreement text collate "C" not null,
    year bigint not null,
    version bigint not null,
    percent bigint,
    reason text collate "C" not null,
    actor text collate "C" not null,
    at timestamptz not null,
    primary key (programme, agreement, year, version)
);
