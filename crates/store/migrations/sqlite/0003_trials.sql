-- What-if: a proposal made with other numbers than those agreed. It is kept apart from
-- proposals, so that no decision can name one.

create table trial (
    id blob primary key,
    programme blob not null references programme (id),
    round blob not null references round (id),
    number integer not null,
    name text not null,
    proposal blob not null references proposal (id),
    changes text not null,
    at text not null,
    actor text not null,
    engine text not null,
    fingerprint text not null,
    proven integer not null,
    placed integer not null,
    unplaced integer not null,
    empty integer not null,
    input blob not null,
    outcome blob not null,
    thrown_away_at text,
    thrown_away_by text,
    unique (round, number)
) strict;
