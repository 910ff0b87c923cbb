-- The main road: organisations and people who log in, areas, homes, participants,
-- placement rounds and decisions, and the log. Same tables and columns on both databases.
-- Text is compared byte by byte (`collate "C"`), as SQLite does, whatever the server's locale.

create table programme (
    id uuid primary key,
    code text collate "C" not null unique,
    name text collate "C" not null,
    demo boolean not null,
    created_at timestamptz not null
);

create table organisation (
    id uuid primary key,
    programme uuid not null references programme (id),
    code text collate "C" not null,
    name text collate "C" not null,
    kind text collate "C" not null,
    unique (programme, code)
);

create table account (
    id uuid primary key,
    programme uuid not null references programme (id),
    organisation uuid not null references organisation (id),
    login text collate "C" not null unique,
    name text collate "C" not null,
    role text collate "C" not null,
    language text collate "C",
    password_hash text collate "C" not null,
    active boolean not null,
    created_at timestamptz not null
);

create table session (
    token_hash text collate "C" primary key,
    programme uuid not null references programme (id),
    account uuid not null references account (id),
    csrf text collate "C" not null,
    created_at timestamptz not null,
    seen_at timestamptz not null,
    expires_at timestamptz not null
);
create index session_account on session (account);

create table login_attempt (
    id uuid primary key,
    programme uuid,
    bucket text collate "C" not null,
    at timestamptz not null
);
create index login_attempt_bucket on login_attempt (bucket, at);

create table audit_head (
    programme uuid primary key references programme (id),
    seq bigint not null,
    hash text collate "C" not null
);

create table audit_line (
    programme uuid not null references programme (id),
    seq bigint not null,
    at timestamptz not null,
    account uuid,
    actor text collate "C" not null,
    action text collate "C" not null,
    subject_kind text collate "C" not null,
    subject text collate "C" not null,
    purpose text collate "C" not null,
    detail text collate "C" not null,
    processing uuid not null,
    previous text collate "C" not null,
    hash text collate "C" not null,
    primary key (programme, seq)
);
create index audit_line_subject on audit_line (programme, subject_kind, subject, seq);

create table area (
    id uuid primary key,
    programme uuid not null references programme (id),
    code text collate "C" not null,
    name text collate "C" not null,
    level text collate "C" not null,
    parent text collate "C",
    geometry text collate "C",
    unique (programme, code)
);

create table area_figure (
    programme uuid not null references programme (id),
    area text collate "C" not null,
    year bigint not null,
    households bigint,
    inhabitants bigint,
    average_household double precision,
    owner_occupied double precision,
    surface_ha bigint,
    source text collate "C" not null,
    primary key (programme, area, year)
);

create table complex (
    id uuid primary key,
    programme uuid not null references programme (id),
    code text collate "C" not null,
    name text collate "C" not null,
    association text collate "C" not null,
    neighbourhood text collate "C" not null,
    street text collate "C" not null,
    unique (programme, code)
);

create table dwelling (
    id uuid primary key,
    programme uuid not null references programme (id),
    code text collate "C" not null,
    association text collate "C" not null,
    complex text collate "C",
    neighbourhood text collate "C" not null,
    street text collate "C" not null,
    house_number text collate "C" not null,
    postcode text collate "C",
    bag_id text collate "C",
    energy text collate "C",
    rooms bigint not null,
    surface bigint,
    floor bigint not null,
    lift boolean not null,
    adaptation text collate "C" not null,
    rent bigint not null,
    target text collate "C" not null,
    pets boolean not null,
    smoking boolean not null,
    search text collate "C" not null,
    sort_address text collate "C" not null,
    version bigint not null,
    unique (programme, code)
);
create index dwelling_neighbourhood on dwelling (programme, neighbourhood);

create table vacancy (
    id uuid primary key,
    programme uuid not null references programme (id),
    code text collate "C" not null,
    dwelling text collate "C" not null,
    available_from date not null,
    year bigint not null,
    status text collate "C" not null,
    search text collate "C" not null,
    version bigint not null,
    unique (programme, code)
);
create index vacancy_dwelling on vacancy (programme, dwelling);
create index vacancy_status on vacancy (programme, status, available_from);

create table target_group (
    id uuid primary key,
    programme uuid not null references programme (id),
    code text collate "C" not null,
    name_nl text collate "C" not null,
    name_en text collate "C" not null,
    main_group text collate "C" not null,
    with_support boolean not null,
    counts boolean not null,
    unique (programme, code)
);

create table group_quota (
    programme uuid not null references programme (id),
    target_group text collate "C" not null,
    year bigint not null,
    expected bigint not null,
    lower_bound bigint not null,
    upper_bound bigint,
    realised bigint not null,
    primary key (programme, target_group, year)
);

create table ceiling (
    programme uuid not null references programme (id),
    place_kind text collate "C" not null,
    place_code text collate "C" not null,
    year bigint not null,
    lower_bound bigint not null,
    upper_bound bigint,
    realised bigint not null,
    primary key (programme, place_kind, place_code, year)
);

create table participant (
    id uuid primary key,
    programme uuid not null references programme (id),
    reference text collate "C" not null,
    target_group text collate "C" not null,
    provider text collate "C" not null,
    worker text collate "C",
    given text collate "C" not null,
    family text collate "C" not null,
    born date,
    living_situation text collate "C",
    waiting_since date not null,
    readiness text collate "C" not null,
    ready_since date,
    paused_reason text collate "C",
    paused_until date,
    placed_on date,
    ground text collate "C" not null,
    ground_date date,
    rent_limit bigint,
    adaptation text collate "C",
    stairs bigint,
    pets boolean,
    smokes boolean,
    sharing boolean,
    want text collate "C",
    can text collate "C",
    need text collate "C",
    people bigint,
    search text collate "C" not null,
    search_reference text collate "C" not null,
    sort_name text collate "C" not null,
    version bigint not null,
    changed_at timestamptz not null,
    unique (programme, reference)
);
create index participant_provider on participant (programme, provider, sort_name);
create index participant_worker on participant (programme, worker, sort_name);
create index participant_name on participant (programme, sort_name, reference);
create index participant_waiting on participant (programme, waiting_since);
create index participant_readiness on participant (programme, readiness);

create table member (
    programme uuid not null references programme (id),
    participant uuid not null references participant (id),
    number bigint not null,
    given text collate "C" not null,
    family text collate "C" not null,
    born date,
    role text collate "C" not null,
    moves_along boolean,
    primary key (participant, number)
);
create index member_programme on member (programme);

create table wish (
    programme uuid not null references programme (id),
    participant uuid not null references participant (id),
    number bigint not null,
    place_kind text collate "C" not null,
    place_code text collate "C" not null,
    place_street text collate "C",
    direction text collate "C" not null,
    strength text collate "C" not null,
    reason text collate "C",
    primary key (participant, number)
);
create index wish_programme on wish (programme);

create table tie (
    programme uuid not null references programme (id),
    participant uuid not null references participant (id),
    number bigint not null,
    place_kind text collate "C" not null,
    place_code text collate "C" not null,
    place_street text collate "C",
    kind text collate "C" not null,
    note text collate "C",
    primary key (participant, number)
);
create index tie_programme on tie (programme);

create table exclusion (
    programme uuid not null references programme (id),
    participant uuid not null references participant (id),
    number bigint not null,
    place_kind text collate "C" not null,
    place_code text collate "C" not null,
    place_street text collate "C",
    until_date date,
    reason text collate "C" not null,
    primary key (participant, number)
);
create index exclusion_programme on exclusion (programme);

create table participant_version (
    programme uuid not null references programme (id),
    participant uuid not null references participant (id),
    version bigint not null,
    at timestamptz not null,
    actor text collate "C" not null,
    snapshot text collate "C" not null,
    primary key (participant, version)
);

create table round (
    id uuid primary key,
    programme uuid not null references programme (id),
    name text collate "C" not null,
    held_on date not null,
    seed bigint not null,
    spare_rooms bigint not null,
    status text collate "C" not null,
    version bigint not null,
    created_by text collate "C" not null,
    created_at timestamptz not null
);
create index round_programme on round (programme, held_on);

create table round_vacancy (
    programme uuid not null references programme (id),
    round uuid not null references round (id),
    vacancy text collate "C" not null,
    primary key (round, vacancy)
);

create table fixing (
    id uuid primary key,
    programme uuid not null references programme (id),
    round uuid not null references round (id),
    reference text collate "C" not null,
    vacancy text collate "C" not null,
    kind text collate "C" not null,
    reason text collate "C" not null,
    actor text collate "C" not null,
    at timestamptz not null,
    lifted_at timestamptz,
    lifted_by text collate "C"
);
create unique index fixing_once on fixing (round, reference, vacancy) where lifted_at is null;

create table proposal (
    id uuid primary key,
    programme uuid not null references programme (id),
    round uuid not null references round (id),
    number bigint not null,
    at timestamptz not null,
    actor text collate "C" not null,
    engine text collate "C" not null,
    fingerprint text collate "C" not null,
    proven boolean not null,
    placed bigint not null,
    unplaced bigint not null,
    empty bigint not null,
    input bytea not null,
    outcome bytea not null,
    unique (round, number)
);

create table decision (
    id uuid primary key,
    programme uuid not null references programme (id),
    round uuid not null references round (id),
    proposal uuid not null references proposal (id),
    vacancy text collate "C" not null,
    reference text collate "C" not null,
    target_group text collate "C" not null,
    year bigint not null,
    verdict text collate "C" not null,
    reason text collate "C" not null,
    actor text collate "C" not null,
    account uuid not null,
    at timestamptz not null,
    undone_at timestamptz,
    undone_by text collate "C"
);
create unique index decision_home_once on decision (programme, vacancy)
    where verdict = 'agreed' and undone_at is null;
create unique index decision_household_once on decision (programme, reference)
    where verdict = 'agreed' and undone_at is null;
create index decision_round on decision (round);
create index decision_year on decision (programme, year);
