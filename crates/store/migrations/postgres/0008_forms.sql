-- Forms with versions: where each is on its road, what is being filled in, and what was
-- handed over at each step. A version is never changed.

create table form_file (
    id uuid primary key,
    programme uuid not null references programme (id),
    reference text collate "C" not null,
    form text collate "C" not null,
    form_version bigint not null,
    status text collate "C" not null,
    recipient text collate "C",
    started_by text collate "C" not null,
    started_at timestamptz not null,
    changed_at timestamptz not null,
    version bigint not null
);
create index form_file_reference on form_file (programme, reference);
create index form_file_recipient on form_file (programme, recipient, status);
create index form_file_changed on form_file (programme, changed_at);

create table form_draft (
    form_file uuid primary key references form_file (id),
    programme uuid not null references programme (id),
    typed bytea not null,
    saved_by text collate "C" not null,
    account uuid,
    saved_at timestamptz not null,
    counter bigint not null
);

create table form_version (
    programme uuid not null references programme (id),
    form_file uuid not null references form_file (id),
    number bigint not null,
    act text collate "C" not null,
    status text collate "C" not null,
    remarks text collate "C",
    recipient text collate "C",
    actor text collate "C" not null,
    account uuid,
    at timestamptz not null,
    answers bytea not null,
    primary key (form_file, number)
);
