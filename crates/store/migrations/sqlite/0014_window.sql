-- The participant's own window: keys a worker hands over, the secret somebody chose themselves,
-- and their sessions. Of keys and secrets only fingerprints are kept.

create table window_key (
    id blob primary key,
    programme blob not null references programme (id),
    participant blob not null references participant (id),
    token_hash text not null unique,
    selector text not null,
    code_hash text not null,
    made_at text not null,
    made_by text not null,
    valid_until text not null,
    used_at text,
    used_way text,
    withdrawn_at text,
    withdrawn_by text
) strict;
create index window_key_participant on window_key (participant, made_at);
create index window_key_selector on window_key (selector)
    where used_at is null and withdrawn_at is null;

create table window_secret (
    participant blob primary key references participant (id),
    programme blob not null references programme (id),
    secret_hash text not null,
    chosen_at text not null
) strict;

create table window_session (
    token_hash text primary key,
    programme blob not null references programme (id),
    participant blob not null references participant (id),
    csrf text not null,
    created_at text not null,
    seen_at text not null,
    expires_at text not null
) strict;
create index window_session_participant on window_session (participant);
