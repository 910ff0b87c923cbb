-- Colleagues who stand in for one another, files that go from one support worker to another,
-- guests from other organisations, tasks people set themselves.

create table absence (
    id blob primary key,
    programme blob not null references programme (id),
    absent blob not null references account (id),
    deputy blob not null references account (id),
    from_date text not null,
    until_date text not null,
    actor text not null,
    at text not null,
    ended_at text,
    ended_by text
) strict;
create index absence_deputy on absence (deputy, until_date) where ended_at is null;
create index absence_programme on absence (programme, until_date);

create table hand_over (
    id blob primary key,
    programme blob not null references programme (id),
    organisation text not null,
    from_worker text not null,
    on_date text not null,
    note text,
    account blob references account (id),
    actor text not null,
    at text not null,
    undone_at text,
    undone_by text
) strict;
create index hand_over_organisation on hand_over (programme, organisation, at);

create table handed_file (
    hand_over blob not null references hand_over (id),
    programme blob not null references programme (id),
    reference text not null,
    to_worker text not null,
    note text,
    version integer not null,
    primary key (hand_over, reference)
) strict;
create index handed_file_reference on handed_file (programme, reference);

create table guest (
    id blob primary key,
    programme blob not null references programme (id),
    reference text not null,
    account blob not null references account (id),
    role text not null,
    purpose text not null,
    until_date text not null,
    state text not null,
    inviter blob references account (id),
    actor text not null,
    at text not null,
    settled_at text,
    version integer not null
) strict;
create index guest_reference on guest (programme, reference);
create index guest_account on guest (account, state);

create table task (
    id blob primary key,
    programme blob not null references programme (id),
    organisation text not null,
    reference text not null,
    what text not null,
    due text not null,
    owner blob not null references account (id),
    maker blob references account (id),
    actor text not null,
    at text not null,
    done_at text,
    done_by text,
    hand_over blob references hand_over (id),
    version integer not null
) strict;
create index task_owner on task (owner, due) where done_at is null;
create index task_organisation on task (programme, organisation, due);
create index task_reference on task (programme, reference);

alter table outbox add column overdue integer;
alter table outbox add column due_today integer;
alter table outbox add column due_week integer;
