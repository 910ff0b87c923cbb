-- Lists: filters kept under a name, words somebody searched for (so that no name stands in an
-- address), and acts on many rows at once with what became of each.

create table saved_view (
    id blob primary key,
    programme blob not null references programme (id),
    list text not null,
    name text not null,
    query text not null,
    account blob not null references account (id),
    organisation text,
    made_by text not null,
    at text not null,
    gone_at text
) strict;
create index saved_view_list on saved_view (programme, list);

create table default_view (
    programme blob not null references programme (id),
    account blob not null references account (id),
    list text not null,
    view blob not null references saved_view (id),
    primary key (account, list)
) strict;

create table kept_search (
    id blob primary key,
    programme blob not null references programme (id),
    account blob not null references account (id),
    words text not null,
    at text not null
) strict;
create index kept_search_account on kept_search (account, at);

create table many (
    id blob primary key,
    programme blob not null references programme (id),
    account blob not null references account (id),
    kind text not null,
    at text not null,
    undone_at text
) strict;
create index many_account on many (account, at);

create table many_row (
    many blob not null references many (id),
    programme blob not null references programme (id),
    number integer not null,
    subject text not null,
    reference text not null,
    mark integer,
    refused text,
    undone integer not null,
    kept text,
    primary key (many, number)
) strict;
