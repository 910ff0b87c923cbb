-- Forms with versions: where each is on its road, what is being filled in, and what was
-- handed over at each step. A version is never changed.

create table form_file (
    id blob primary key,
    programme blob not null references programme (id),
    reference text not null,
    form text not null,
    form_version integer not null,
    status text not null,
    recipient text,
    started_by text not null,
    started_at text not null,
    changed_at text not null,
    version integer not null
) strict;
create index form_file_reference on form_file (programme, reference);
create index form_file_recipient on form_file (programme, recipient, status);
create index form_file_changed on form_file (programme, changed_at);

create table form_draft (
    form_file blob primary key references form_file (id),
    programme blob not null references programme (id),
    typed blob not null,
    saved_by text not null,
    account blob,
    saved_at text not null,
    counter integer not null
) strict;

create table form_version (
    programme blob not null references programme (id),
    form_file blob not null references form_file (id),
    number integer not null,
    act text not null,
    status text not null,
    remarks text,
    recipient text,
    actor text not null,
    account blob,
    at text not null,
    answers blob not null,
    primary key (form_file, number)
) strict;
