-- The main road: organisations and people who log in, areas, homes, participants,
-- placement rounds and decisions, and the log. Same tables and columns on both databases.

create table programme (
    id uuid primary key,
    code text not null unique,
    name text not null,
    demo boolean not null,
    created_at timestamptz not null
);

create table organisation (
    id uuid primary key,
    programme uuid not null references programme (id),
    code text not null,
    name text not null,
    kind text not null,
    unique (programme, code)
);

create table account (
    id uuid primary key,
    programme uuid not null references programme (id),
    organisation uuid not null references organisation (id),
    login text not null unique,
    name text not null,
    role text not null,
    language text,
    password_hash text not null,
    active boolean not null,
    created_at timestamptz not null
);

create table session (
    token_hash text primary key,
    programme uuid not null references programme (id),
    account uuid not null references account (id),
    csrf text not null,
    created_at timestamptz not null,
    seen_at timestamptz not null,
    expires_at timestamptz not null
);
create index session_account on session (account);

create table login_attempt (
    id uuid primary key,
    programme uuid,
    bucket text not null,
    at timestamptz not null
);
create index login_attempt_bucket on login_attempt (bucket, at);

create table audit_head (
    programme uuid primary key references programme (id),
    seq bigint not null,
    hash text not null
);

create table audit_line (
    programme uuid not null references programme (id),
    seq bigint not null,
    at timestamptz not null,
    account uuid,
    actor text not null,
    action text not null,
    subject_kind text not null,
    subject text not null,
    purpose text not null,
    detail text not null,
    processing uuid not null,
    previous text not null,
    hash text not null,
    primary key (programme, seq)
);
create index audit_line_subject on audit_line (programme, subject_kind, subject, seq);

create table area (
    id uuid primary key,
    programme uuid not null references programme (id),
    code text not null,
    name text not null,
    level text not null,
    parent text,
    geometry text,
    unique (programme, code)
);

create table area_figure (
    programme uuid not null references programme (id),
    area text not null,
    year bigint not null,
    households bigint,
    inhabitants bigint,
    average_household double precision,
    owner_occupied double precision,
    surface_ha bigint,
    source text not null,
    primary key (programme, area, year)
);

create table complex (
    id uuid primary key,
    programme uuid not null references programme (id),
    code text not null,
    name text not null,
    association text not null,
    neighbourhood text not null,
    street text not null,
    unique (programme, code)
);

create table dwelling (
    id uuid primary key,
    programme uuid not null references programme (id),
    code text not null,
    association text not null,
    complex text,
    neighbourhood text not null,
    street text not null,
    house_number text not null,
    postcode text,
    bag_id text,
    energy text,
    rooms bigint not null,
    surface bigint,
    floor bigint not null,
    lift boolean not null,
    adaptation text not null,
    rent bigint not null,
    target text not null,
    pets boolean not null,
    smoking boolean not null,
    search text not null,
    version bigint not null,
    unique (programme, code)
);
create index dwelling_neighbourhood on dwelling (programme, neighbourhood);

create table vacancy (
    id uuid primary key,
    programme uuid not null references programme (id),
    code text not null,
    dwelling text not null,
    available_from date not null,
    year bigint not null,
    status text not null,
    version bigint not null,
    unique (programme, code)
);
create index vacancy_dwelling on vacancy (programme, dwelling);
create index vacancy_status on vacancy (programme, status, available_from);

create table target_group (
    id uuid primary key,
    programme uuid not null references programme (id),
    code text not null,
    name_nl text not null,
    name_en text not null,
    main_group text not null,
    with_support boolean not null,
    counts boolean not null,
    unique (programme, code)
);

create table group_quota (
    programme uuid not null references programme (id),
    target_group text not null,
    year bigint not null,
    expected bigint not null,
    lower_bound bigint not null,
    upper_bound bigint,
    realised bigint not null,
    primary key (programme, target_group, year)
);

create table ceiling (
    programme uuid not null references programme (id),
    place_kind text not null,
    place_code text not null,
    year bigint not null,
    lower_bound bigint not null,
    upper_bound bigint,
    realised bigint not null,
    primary key (programme, place_kind, place_code, year)
);

create table participant (
    id uuid primary key,
    programme uuid not null references programme (id),
    reference text not null,
    target_group text not null,
    provider text not null,
    worker text,
    given text not null,
    family text not null,
    born date,
    living_situation text,
    waiting_since date not null,
    readiness text not null,
    ready_since date,
    paused_reason text,
    paused_until date,
    placed_on date,
    ground text not null,
    ground_date date,
    rent_limit bigint,
    adaptation text,
    stairs bigint,
    pets boolean,
    smokes boolean,
    sharing boolean,
    want text,
    can text,
    need text,
    people bigint,
    search text not null,
    version bigint not null,
    changed_at timestamptz not null,
    unique (programme, reference)
);
create index participant_provider on participant (programme, provider, family);
create index participant_worker on participant (programme, worker, family);
create index participant_family on participant (programme, family, given);
create index participant_waiting on participant (programme, waiting_since);
create index participant_readiness on participant (programme, readiness);

create table member (
    programme uuid not null references programme (id),
    participant uuid not null references participant (id),
    number bigint not null,
    given text not null,
    family text not null,
    born date,
    role text not null,
    moves_along boolean,
    primary key (participant, number)
);
create index member_programme on member (programme);

create table wish (
    programme uuid not null references programme (id),
    participant uuid not null references participant (id),
    number bigint not null,
    place_kind text not null,
    place_code text not null,
    place_street text,
    direction text not null,
    strength text not null,
    reason text,
    primary key (participant, number)
);
create index wish_programme on wish (programme);

create table tie (
    programme uuid not null references programme (id),
    participant uuid not null references participant (id),
    number bigint not null,
    place_kind text not null,
    place_code text not null,
    place_street text,
    kind text not null,
    note text,
    primary key (participant, number)
);
create index tie_programme on tie (programme);

create table exclusion (
    programme uuid not null references programme (id),
    participant uuid not null references participant (id),
    number bigint not null,
    place_kind text not null,
    place_code text not null,
    place_street text,
    until_date date,
    reason text not null,
    primary key (participant, number)
);
create index exclusion_programme on exclusion (programme);

create table participant_version (
    programme uuid not null references programme (id),
    participant uuid not null references participant (id),
    version bigint not null,
    at timestamptz not null,
    actor text not null,
    snapshot text not null,
    primary key (participant, version)
);

create table round (
    id uuid primary key,
    programme uuid not null references programme (id),
    name text not null,
    held_on date not null,
    seed bigint not null,
    spare_rooms bigint not null,
    status text not null,
    version bigint not null,
    created_by text not null,
    created_at timestamptz not null
);
create index round_programme on round (programme, held_on);

create table round_vacancy (
    programme uuid not null references programme (id),
    round uuid not null references round (id),
    vacancy text not null,
    primary key (round, vacancy)
);

create table fixing (
    id uuid primary key,
    programme uuid not null references programme (id),
    round uuid not null references round (id),
    reference text not null,
    vacancy text not null,
    kind text not null,
    reason text not null,
    actor text not null,
    at timestamptz not null,
    lifted_at timestamptz,
    lifted_by text
);
create unique index fixing_once on fixing (round, reference, vacancy) where lifted_at is null;

create table proposal (
    id uuid primary key,
    programme uuid not null references programme (id),
    round uuid not null references round (id),
    number bigint not null,
    at timestamptz not null,
    actor text not null,
    engine text not null,
    fingerprint text not null,
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
    vacancy text not null,
    reference text not null,
    target_group text not null,
    year bigint not null,
    verdict text not null,
    reason text not null,
    actor text not null,
    account uuid not null,
    at timestamptz not null,
    undone_at timestamptz,
    undone_by text
);
create unique index decision_home_once on decision (programme, vacancy)
    where verdict = 'agreed' and undone_at is null;
create unique index decision_household_once on decision (programme, reference)
    where verdict = 'agreed' and undone_at is null;
create index decision_round on decision (round);
create index decision_year on decision (programme, year);
