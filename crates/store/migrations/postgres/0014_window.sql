-- The participant's own window: keys a worker hands over, the secret somebody chose themselves,
-- and their sessions. Of keys and secrets only fingerprints are kept.

create table window_key (
    id uuid primary key,
    programme uuid not null references programme (id),
    participant uuid not null references participant (id),
    token_hash text collate "C" not null unique,
    selector text collate "C" not null,
    code_hash text collate "C" not null,
    made_at timestamptz not null,
    made_by text collate "C" not null,
    valid_until timestamptz not null,
    used_at timestamptz,
    used_way text collate "C",
    withdrawn_at timestamptz,
    withdrawn_by text collate "C"
);
create index window_key_participant on window_key (participant, made_at);
create index window_key_selector on window_key (selector)
    where used_at is null and withdrawn_at is null;

create table window_secret (
    participant uuid primary key references participant (id),
    programme uuid not null references programme (id),
    secret_hash text collate "C" not null,
    chosen_at timestamptz not null
);

create table window_session (
    token_hash text collate "C" primary key,
    programme uuid not null references programme (id),
    participant uuid not null references participant (id),
    csrf text collate "C" not null,
    created_at timestamptz not null,
    seen_at timestamptz not null,
    expires_at timestamptz not null
);
create index window_session_participant on window_session (participant);
