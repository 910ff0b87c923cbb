-- Documents of a participant's file, each in versions. Content lies sealed, in chunks, under a
-- key of its own version, which lies here wrapped under a key of the installation. `changes`
-- counts the changes of a document, so that of two people at once the second is told.

create table document (
    id blob primary key,
    programme blob not null references programme (id),
    reference text not null,
    kind text not null,
    tie_kind text,
    tie_of text,
    to_municipality integer not null,
    to_association integer not null,
    organisation text not null,
    standing text not null,
    standing_by text,
    standing_why text,
    standing_at text,
    newest integer not null,
    changes integer not null,
    made_at text not null
) strict;
create index document_reference on document (programme, reference);

create table document_version (
    document blob not null references document (id),
    programme blob not null references programme (id),
    number integer not null,
    name text not null,
    file_kind text not null,
    size integer not null,
    chunks integer not null,
    added_by text not null,
    added_at text not null,
    why text,
    state text not null,
    state_by text,
    state_how text,
    state_why text,
    state_at text not null,
    tries integer not null,
    failure text,
    key_id text,
    salt blob,
    sealed blob,
    primary key (document, number)
) strict;
create index document_version_state on document_version (programme, state, added_at);
create index document_version_key on document_version (programme, key_id);

create table document_chunk (
    document blob not null references document (id),
    number integer not null,
    chunk integer not null,
    bytes blob not null,
    primary key (document, number, chunk)
) strict;
