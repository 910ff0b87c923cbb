-- What a decided share-out changed in the numbers of the year, so that it can be put back.

create table share_out_change (
    share_out blob not null references share_out (id),
    programme blob not null references programme (id),
    part text not null,
    code text not null,
    known_before integer not null,
    lower_before integer not null,
    upper_before integer,
    lower_after integer not null,
    upper_after integer,
    primary key (share_out, part, code)
) strict;

create table share_out_taken_back (
    share_out blob primary key references share_out (id),
    programme blob not null references programme (id),
    actor text not null,
    at text not null,
    why text not null
) strict;
