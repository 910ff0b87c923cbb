-- The main road: organisations and people who log in, areas, homes, participants,
-- placement rounds and decisions, and the log. Same tables and columns on both databases.

create table programme (
    id blob primary key,
    code text not null unique,
    name text not null,
    demo integer not null,
    created_at text not null
) strict;

create table organisation (
    id blob primary key,
    programme blob not null references programme (id),
    code text not null,
    name text not null,
    kind text not null,
    unique (programme, code)
) strict;

create table account (
    id blob primary key,
    programme blob not null references programme (id),
    organisation blob not null references organisation (id),
    login text not null unique,
    name text not null,
    role text not null,
    language text,
    password_hash text not null,
    active integer not null,
    created_at text not null
) strict;

create table session (
    token_hash text primary key,
    programme blob not null references programme (id),
    account blob not null references account (id),
    csrf text not null,
    created_at text not null,
    seen_at text not null,
    expires_at text not null
) strict;
create index session_account on session (account);

create table login_attempt (
    id blob primary key,
    programme blob,
    bucket text not null,
    at text not null
) strict;
create index login_attempt_bucket on login_attempt (bucket, at);

create table audit_head (
    programme blob primary key references programme (id),
    seq integer not null,
    hash text not null
) strict;

create table audit_line (
    programme blob not null references programme (id),
    seq integer not null,
    at text not null,
    account blob,
    actor text not null,
    action text not null,
    subject_kind text not null,
    subject text not null,
    purpose text not null,
    detail text not null,
    processing blob not null,
    previous text not null,
    hash text not null,
    primary key (programme, seq)
) strict;
create index audit_line_subject on audit_line (programme, subject_kind, subject, seq);

create table area (
    id blob primary key,
    programme blob not null references programme (id),
    code text not null,
    name text not null,
    level text not null,
    parent text,
    geometry text,
    unique (programme, code)
) strict;

create table area_figure (
    programme blob not null references programme (id),
    area text not null,
    year integer not null,
    households integer,
    inhabitants integer,
    average_household real,
    owner_occupied real,
    surface_ha integer,
    source text not null,
    primary key (programme, area, year)
) strict;

create table complex (
    id blob primary key,
    programme blob not null references programme (id),
    code text not null,
    name text not null,
    association text not null,
    neighbourhood text not null,
    street text not null,
    unique (programme, code)
) strict;

create table dwelling (
    id blob primary key,
    programme blob not null references programme (id),
    code text not null,
    association text not null,
    complex text,
    neighbourhood text not null,
    street text not null,
    house_number text not null,
    postcode text,
    bag_id text,
    energy text,
    rooms integer not null,
    surface integer,
    floor integer not null,
    lift integer not null,
    adaptation text not null,
    rent integer not null,
    target text not null,
    pets integer not null,
    smoking integer not null,
    search text not null,
    sort_address text not null,
    version integer not null,
    unique (programme, code)
) strict;
create index dwelling_neighbourhood on dwelling (programme, neighbourhood);

create table vacancy (
    id blob primary key,
    programme blob not null references programme (id),
    code text not null,
    dwelling text not null,
    available_from text not null,
    year integer not null,
    status text not null,
    search text not null,
    version integer not null,
    unique (programme, code)
) strict;
create index vacancy_dwelling on vacancy (programme, dwelling);
create index vacancy_status on vacancy (programme, status, available_from);

create table target_group (
    id blob primary key,
    programme blob not null references programme (id),
    code text not null,
    name_nl text not null,
    name_en text not null,
    main_group text not null,
    with_support integer not null,
    counts integer not null,
    unique (programme, code)
) strict;

create table group_quota (
    programme blob not null references programme (id),
    target_group text not null,
    year integer not null,
    expected integer not null,
    lower_bound integer not null,
    upper_bound integer,
    realised integer not null,
    primary key (programme, target_group, year)
) strict;

create table ceiling (
    programme blob not null references programme (id),
    place_kind text not null,
    place_code text not null,
    year integer not null,
    lower_bound integer not null,
    upper_bound integer,
    realised integer not null,
    primary key (programme, place_kind, place_code, year)
) strict;

create table participant (
    id blob primary key,
    programme blob not null references programme (id),
    reference text not null,
    target_group text not null,
    provider text not null,
    worker text,
    given text not null,
    family text not null,
    born text,
    living_situation text,
    waiting_since text not null,
    readiness text not null,
    ready_since text,
    paused_reason text,
    paused_until text,
    placed_on text,
    ground text not null,
    ground_date text,
    rent_limit integer,
    adaptation text,
    stairs integer,
    pets integer,
    smokes integer,
    sharing integer,
    want text,
    can text,
    need text,
    people integer,
    search text not null,
    search_reference text not null,
    sort_name text not null,
    version integer not null,
    changed_at text not null,
    unique (programme, reference)
) strict;
create index participant_provider on participant (programme, provider, sort_name);
create index participant_worker on participant (programme, worker, sort_name);
create index participant_name on participant (programme, sort_name, reference);
create index participant_waiting on participant (programme, waiting_since);
create index participant_readiness on participant (programme, readiness);

create table member (
    programme blob not null references programme (id),
    participant blob not null references participant (id),
    number integer not null,
    given text not null,
    family text not null,
    born text,
    role text not null,
    moves_along integer,
    primary key (participant, number)
) strict;
create index member_programme on member (programme);

create table wish (
    programme blob not null references programme (id),
    participant blob not null references participant (id),
    number integer not null,
    place_kind text not null,
    place_code text not null,
    place_street text,
    direction text not null,
    strength text not null,
    reason text,
    primary key (participant, number)
) strict;
create index wish_programme on wish (programme);

create table tie (
    programme blob not null references programme (id),
    participant blob not null references participant (id),
    number integer not null,
    place_kind text not null,
    place_code text not null,
    place_street text,
    kind text not null,
    note text,
    primary key (participant, number)
) strict;
create index tie_programme on tie (programme);

create table exclusion (
    programme blob not null references programme (id),
    participant blob not null references participant (id),
    number integer not null,
    place_kind text not null,
    place_code text not null,
    place_street text,
    until_date text,
    reason text not null,
    primary key (participant, number)
) strict;
create index exclusion_programme on exclusion (programme);

create table participant_version (
    programme blob not null references programme (id),
    participant blob not null references participant (id),
    version integer not null,
    at text not null,
    actor text not null,
    snapshot text not null,
    primary key (participant, version)
) strict;

create table round (
    id blob primary key,
    programme blob not null references programme (id),
    name text not null,
    held_on text not null,
    seed integer not null,
    spare_rooms integer not null,
    status text not null,
    version integer not null,
    created_by text not null,
    created_at text not null
) strict;
create index round_programme on round (programme, held_on);

create table round_vacancy (
    programme blob not null references programme (id),
    round blob not null references round (id),
    vacancy text not null,
    primary key (round, vacancy)
) strict;

create table fixing (
    id blob primary key,
    programme blob not null references programme (id),
    round blob not null references round (id),
    reference text not null,
    vacancy text not null,
    kind text not null,
    reason text not null,
    actor text not null,
    at text not null,
    lifted_at text,
    lifted_by text
) strict;
create unique index fixing_once on fixing (round, reference, vacancy) where lifted_at is null;

create table proposal (
    id blob primary key,
    programme blob not null references programme (id),
    round blob not null references round (id),
    number integer not null,
    at text not null,
    actor text not null,
    engine text not null,
    fingerprint text not null,
    proven integer not null,
    placed integer not null,
    unplaced integer not null,
    empty integer not null,
    input blob not null,
    outcome blob not null,
    unique (round, number)
) strict;

create table decision (
    id blob primary key,
    programme blob not null references programme (id),
    round blob not null references round (id),
    proposal blob not null references proposal (id),
    vacancy text not null,
    reference text not null,
    target_group text not null,
    year integer not null,
    verdict text not null,
    reason text not null,
    actor text not null,
    account blob not null,
    at text not null,
    undone_at text,
    undone_by text
) strict;
create unique index decision_home_once on decision (programme, vacancy)
    where verdict = 'agreed' and undone_at is null;
create unique index decision_household_once on decision (programme, reference)
    where verdict = 'agreed' and undone_at is null;
create index decision_round on decision (round);
create index decision_year on decision (programme, year);
