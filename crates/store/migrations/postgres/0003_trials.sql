-- What-if: a proposal made with other numbers than those agreed. It is kept apart from
-- proposals, so that no decision can name one.

create table trial (
    id uuid primary key,
    programme uuid not null references programme (id),
    round uuid not null references round (id),
    number bigint not null,
    name text collate "C" not null,
    proposal uuid not null references proposal (id),
    changes text collate "C" not null,
    at timestamptz not null,
    actor text collate "C" not null,
    engine text collate "C" not null,
    fingerprint text collate "C" not null,
    proven boolean not null,
    placed bigint not null,
    unplaced bigint not null,
    empty bigint not null,
    input bytea not null,
    outcome bytea not null,
    thrown_away_at timestamptz,
    thrown_away_by text collate "C",
    unique (round, number)
);
