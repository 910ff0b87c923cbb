-- Custody and what stands open with a partner; who stands around a household; the plan all
-- agree on, with what each party said of each version; what has to be arranged before a move.
-- Contacts and lines of the list are kept as versions, of which the last counts.

alter table member add column custody text collate "C";
alter table member add column custody_nights bigint;
alter table member add column standing text collate "C";

create table contact (
    programme uuid not null references programme (id),
    participant uuid not null references participant (id),
    id uuid not null,
    version bigint not null,
    role text collate "C" not null,
    name text collate "C",
    organisation text collate "C",
    phone text collate "C",
    email text collate "C",
    from_date date not null,
    until_date date,
    actor text collate "C" not null,
    at timestamptz not null,
    primary key (participant, id, version)
);

create table basic_item (
    programme uuid not null references programme (id),
    participant uuid not null references participant (id),
    basic text collate "C" not null,
    version bigint not null,
    owner text collate "C" not null,
    person text collate "C",
    due date,
    state text collate "C" not null,
    state_on date,
    words text collate "C",
    actor text collate "C" not null,
    at timestamptz not null,
    primary key (participant, basic, version)
);

create table plan_version (
    programme uuid not null references programme (id),
    participant uuid not null references participant (id),
    number bigint not null,
    changes bigint not null,
    parties text collate "C" not null,
    proposed date,
    made_by text collate "C" not null,
    made_at timestamptz not null,
    changed_at timestamptz not null,
    primary key (participant, number)
);

create table plan_goal (
    programme uuid not null references programme (id),
    participant uuid not null references participant (id),
    plan_number bigint not null,
    number bigint not null,
    area text collate "C" not null,
    audience text collate "C" not null,
    what text collate "C" not null,
    own_part text collate "C",
    others_part text collate "C",
    by_date date,
    sign text collate "C",
    primary key (participant, plan_number, number)
);

create table plan_answer (
    programme uuid not null references programme (id),
    participant uuid not null references participant (id),
    plan_number bigint not null,
    number bigint not null,
    party text collate "C" not null,
    agrees boolean not null,
    reason text collate "C",
    on_date date not null,
    by_name text collate "C" not null,
    recorded_by text collate "C",
    at timestamptz not null,
    primary key (participant, plan_number, number)
);

create table goal_end (
    programme uuid not null references programme (id),
    participant uuid not null references participant (id),
    goal bigint not null,
    number bigint not null,
    on_date date not null,
    reason text collate "C",
    actor text collate "C" not null,
    at timestamptz not null,
    back_by text collate "C",
    back_at timestamptz,
    primary key (participant, goal, number)
);
