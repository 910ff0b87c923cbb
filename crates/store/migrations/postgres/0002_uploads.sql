-- Files somebody sent, between looking at them and bringing them in; gone after an hour.

create table upload (
    id uuid primary key,
    programme uuid not null references programme (id),
    account uuid not null references account (id),
    state text collate "C" not null,
    created_at timestamptz not null,
    heard_at timestamptz not null,
    expires_at timestamptz not null,
    outcome text collate "C" not null
);
create index upload_expires on upload (expires_at);

create table upload_file (
    upload uuid not null references upload (id) on delete cascade,
    number bigint not null,
    name text collate "C" not null,
    kind text collate "C" not null,
    bytes bytea not null,
    primary key (upload, number)
);
