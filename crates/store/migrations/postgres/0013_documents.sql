-- Documents of a participant's file, each in versions. Content lies sealed, in chunks, under a
-- key of its own version, which lies here wrapped under a key of the installation. `changes`
-- counts the changes of a document, so that of two people at once the second is told.

create table document (
    id uuid primary key,
    programme uuid not null references programme (id),
    reference text collate "C" not null,
    kind text collate "C" not null,
    tie_kind text collate "C",
    tie_of text collate "C",
    to_municipality boolean not null,
    to_association boolean not null,
    organisation text collate "C" not null,
    standing text collate "C" not null,
    standing_by text collate "C",
    standing_why text collate "C",
    standing_at timestamptz,
    newest bigint not null,
    changes bigint not null,
    made_at timestamptz not null
);
create index document_reference on document (programme, reference);

create table document_version (
    document uuid not null references document (id),
    programme uuid not null references programme (id),
    number bigint not null,
    name text collate "C" not null,
    file_kind text collate "C" not null,
    size bigint not null,
    chunks bigint not null,
    added_by text collate "C" not null,
    added_at timestamptz not null,
    why text collate "C",
    state text collate "C" not null,
    state_by text collate "C",
    state_how text collate "C",
    state_why text collate "C",
    state_at timestamptz not null,
    tries bigint not null,
    failure text collate "C",
    key_id text collate "C",
    salt bytea,
    sealed bytea,
    primary key (document, number)
);
create index document_version_state on document_version (programme, state, added_at);
create index document_version_key on document_version (programme, key_id);

create table document_chunk (
    document uuid not null references document (id),
    number bigint not null,
    chunk bigint not null,
    bytes bytea not null,
    primary key (document, number, chunk)
);
