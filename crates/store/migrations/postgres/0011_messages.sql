-- What people are told: a line in their inbox and, when they chose so, a mail to one address
-- that says only that something waits. No column holds personal data but the address.

alter table account add column email text collate "C";
alter table account add column mail text collate "C" not null default 'nothing';
alter table account add column digest_on date;

create table message (
    id uuid primary key,
    programme uuid not null references programme (id),
    account uuid not null references account (id),
    kind text collate "C" not null,
    about text collate "C" not null,
    detail text collate "C" not null,
    link text collate "C" not null,
    at timestamptz not null,
    read_at timestamptz
);
create index message_account on message (account, at);
create index message_unread on message (account) where read_at is null;

create table outbox (
    id uuid primary key,
    programme uuid not null references programme (id),
    account uuid not null references account (id),
    address text collate "C" not null,
    unread bigint,
    link text collate "C" not null,
    state text collate "C" not null,
    tries bigint not null,
    at timestamptz not null,
    next_try_at timestamptz not null,
    lease uuid,
    lease_until timestamptz,
    last_error text collate "C",
    settled_at timestamptz
);
create index outbox_programme on outbox (programme, at);
create index outbox_due on outbox (programme, next_try_at) where state in ('waiting', 'failed');
create index outbox_account on outbox (account);
