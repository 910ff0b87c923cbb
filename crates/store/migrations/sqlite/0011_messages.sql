-- What people are told: a line in their inbox and, when they chose so, a mail to one address
-- that says only that something waits. No column holds personal data but the address.

alter table account add column email text;
alter table account add column mail text not null default 'nothing';
alter table account add column digest_on text;

create table message (
    id blob primary key,
    programme blob not null references programme (id),
    account blob not null references account (id),
    kind text not null,
    about text not null,
    detail text not null,
    link text not null,
    at text not null,
    read_at text
) strict;
create index message_account on message (account, at);
create index message_unread on message (account) where read_at is null;

create table outbox (
    id blob primary key,
    programme blob not null references programme (id),
    account blob not null references account (id),
    address text not null,
    unread integer,
    link text not null,
    state text not null,
    tries integer not null,
    at text not null,
    next_try_at text not null,
    lease blob,
    lease_until text,
    last_error text,
    settled_at text
) strict;
create index outbox_programme on outbox (programme, at);
create index outbox_due on outbox (programme, next_try_at) where state in ('waiting', 'failed');
create index outbox_account on outbox (account);
