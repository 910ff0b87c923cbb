-- Colleagues who stand in for one another, files that go from one support worker to another,
-- guests from other organisations, tasks people set themselves.

create table absence (
    id uuid primary key,
    programme uuid not null references programme (id),
    absent uuid not null references account (id),
    deputy uuid not null references account (id),
    from_date date not null,
    until_date date not null,
    actor text collate "C" not null,
    at timestamptz not null,
    ended_at timestamptz,
    ended_by text collate "C"
);
create index absence_deputy on absence (deputy, until_date) where ended_at is null;
create index absence_programme on absence (programme, until_date);

create table hand_over (
    id uuid primary key,
    programme uuid not null references programme (id),
    organisation text collate "C" not null,
    from_worker text collate "C" not null,
    on_date date not null,
    note text collate "C",
    account uuid references account (id),
    actor text collate "C" not null,
    at timestamptz not null,
    undone_at timestamptz,
    undone_by text collate "C"
);
create index hand_over_organisation on hand_over (programme, organisation, at);

create table handed_file (
    hand_over uuid not null references hand_over (id),
    programme uuid not null references programme (id),
    reference text collate "C" not null,
    to_worker text collate "C" not null,
    note text collate "C",
    version bigint not null,
    primary key (hand_over, reference)
);
create index handed_file_reference on handed_file (programme, reference);

create table guest (
    id uuid primary key,
    programme uuid not null references programme (id),
    reference text collate "C" not null,
    account uuid not null references account (id),
    role text collate "C" not null,
    purpose text collate "C" not null,
    until_date date not null,
    state text collate "C" not null,
    inviter uuid references account (id),
    actor text collate "C" not null,
    at timestamptz not null,
    settled_at timestamptz,
    version bigint not null
);
create index guest_reference on guest (programme, reference);
create index guest_account on guest (account, state);

create table task (
    id uuid primary key,
    programme uuid not null references programme (id),
    organisation text collate "C" not null,
    reference text collate "C" not null,
    what text collate "C" not null,
    due date not null,
    owner uuid not null references account (id),
    maker uuid references account (id),
    actor text collate "C" not null,
    at timestamptz not null,
    done_at timestamptz,
    done_by text collate "C",
    hand_over uuid references hand_over (id),
    version bigint not null
);
create index task_owner on task (owner, due) where done_at is null;
create index task_organisation on task (programme, organisation, due);
create index task_reference on task (programme, reference);

alter table outbox add column overdue bigint;
alter table outbox add column due_today bigint;
alter table outbox add column due_week bigint;
