-- Custody and what stands open with a partner; who stands around a household; the plan all
-- agree on, with what each party said of each version; what has to be arranged before a move.
-- Contacts and lines of the list are kept as versions, of which the last counts.

alter table member add column custody text;
alter table member add column custody_nights integer;
alter table member add column standing text;

create table contact (
    programme blob not null references programme (id),
    participant blob not null references participant (id),
    id blob not null,
    version integer not null,
    role text not null,
    name text,
    organisation text,
    phone text,
    email text,
    from_date text not null,
    until_date text,
    actor text not null,
    at text not null,
    primary key (participant, id, version)
) strict;

create table basic_item (
    programme blob not null references programme (id),
    participant blob not null references participant (id),
    basic text not null,
    version integer not null,
    owner text not null,
    person text,
    due text,
    state text not null,
    state_on text,
    words text,
    actor text not null,
    at text not null,
    primary key (participant, basic, version)
) strict;

create table plan_version (
    programme blob not null references programme (id),
    participant blob not null references participant (id),
    number integer not null,
    changes integer not null,
    parties text not null,
    proposed text,
    made_by text not null,
    made_at text not null,
    changed_at text not null,
    primary key (participant, number)
) strict;

create table plan_goal (
    programme blob not null references programme (id),
    participant blob not null references participant (id),
    plan_number integer not null,
    number integer not null,
    area text not null,
    audience text not null,
    what text not null,
    own_part text,
    others_part text,
    by_date text,
    sign text,
    primary key (participant, plan_number, number)
) strict;

create table plan_answer (
    programme blob not null references programme (id),
    participant blob not null references participant (id),
    plan_number integer not null,
    number integer not null,
    party text not null,
    agrees integer not null,
    reason text,
    on_date text not null,
    by_name text not null,
    recorded_by text,
    at text not null,
    primary key (participant, plan_number, number)
) strict;

create table goal_end (
    programme blob not null references programme (id),
    participant blob not null references participant (id),
    goal integer not null,
    number integer not null,
    on_date text not null,
    reason text,
    actor text not null,
    at text not null,
    back_by text,
    back_at text,
    primary key (participant, goal, number)
) strict;
