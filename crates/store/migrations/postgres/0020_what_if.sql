-- What-ifs over years: policies played through on assumptions, with what came of it. No person is
-- in any of it. Input and outcome are JSON, packed; the outcome is empty until it is done.

create table what_if (
    id uuid primary key,
    programme uuid not null references programme (id),
    name text collate "C" not null,
    actor text collate "C" not null,
    at timestamptz not null,
    seed text collate "C" not null,
    years bigint not null,
    replications bigint not null,
    uncertain boolean not null,
    policies text collate "C" not null,
    changes text collate "C" not null,
    engine text collate "C" not null,
    assumptions text collate "C" not null,
    input bytea not null,
    state text collate "C" not null,
    fault text collate "C",
    ended_at timestamptz,
    fingerprint text collate "C" not null,
    outcome bytea not null,
    checked_at timestamptz,
    checked_by text collate "C",
    checked_engine text collate "C",
    checked_same boolean,
    thrown_away_at timestamptz,
    thrown_away_by text collate "C"
);
create index what_if_programme on what_if (programme, at);
