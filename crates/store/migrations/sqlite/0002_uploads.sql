-- Files somebody sent, between looking at them and bringing them in; gone after an hour.

create table upload (
    id blob primary key,
    programme blob not null references programme (id),
    account blob not null references account (id),
    state text not null,
    created_at text not null,
    heard_at text not null,
    expires_at text not null,
    outcome text not null
) strict;
create index upload_expires on upload (expires_at);

create table upload_file (
    upload blob not null references upload (id) on delete cascade,
    number integer not null,
    name text not null,
    kind text not null,
    bytes blob not null,
    primary key (upload, number)
) strict;
