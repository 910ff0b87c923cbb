-- Lists: filters kept under a name, words somebody searched for (so that no name stands in an
-- address), and acts on many rows at once with what became of each.

create table saved_view (
    id uuid primary key,
    programme uuid not null references programme (id),
    list text collate "C" not null,
    name text collate "C" not null,
    query text collate "C" not null,
    account uuid not null references account (id),
    organisation text collate "C",
    made_by text collate "C" not null,
    at timestamptz not null,
    gone_at timestamptz
);
create index saved_view_list on saved_view (programme, list);

create table default_view (
    programme uuid not null references programme (id),
    account uuid not null references account (id),
    list text collate "C" not null,
    view uuid not null references saved_view (id),
    primary key (account, list)
);

create table kept_search (
    id uuid primary key,
    programme uuid not null references programme (id),
    account uuid not null references account (id),
    words text collate "C" not null,
    at timestamptz not null
);
create index kept_search_account on kept_search (account, at);

create table many (
    id uuid primary key,
    programme uuid not null references programme (id),
    account uuid not null references account (id),
    kind text collate "C" not null,
    at timestamptz not null,
    undone_at timestamptz
);
create index many_account on many (account, at);

create table many_row (
    many uuid not null references many (id),
    programme uuid not null references programme (id),
    number bigint not null,
    subject text collate "C" not null,
    reference text collate "C" not null,
    mark bigint,
    refused text collate "C",
    undone boolean not null,
    kept text collate "C",
    primary key (many, number)
);
