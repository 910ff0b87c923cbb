-- What-ifs over years: policies played through on assumptions, with what came of it. No person is
-- in any of it. Input and outcome are JSON, packed; the outcome is empty until it is done.

create table what_if (
    id blob primary key,
    programme blob not null references programme (id),
    name text not null,
    actor text not null,
    at text not null,
    seed text not null,
    years integer not null,
    replications integer not null,
    uncertain integer not null,
    policies text not null,
    changes text not null,
    engine text not null,
    assumptions text not null,
    input blob not null,
    state text not null,
    fault text,
    ended_at text,
    fingerprint text not null,
    outcome blob not null,
    checked_at text,
    checked_by text,
    checked_engine text,
    checked_same integer,
    thrown_away_at text,
    thrown_away_by text
) strict;
create index what_if_programme on what_if (programme, at);
