-- What a decided share-out changed in the numbers of the year, so that it can be put back.

create table share_out_change (
    share_out uuid not null references share_out (id),
    programme uuid not null references programme (id),
    part text collate "C" not null,
    code text collate "C" not null,
    known_before boolean not null,
    lower_before bigint not null,
    upper_before bigint,
    lower_after bigint not null,
    upper_after bigint,
    primary key (share_out, part, code)
);

create table share_out_taken_back (
    share_out uuid primary key references share_out (id),
    programme uuid not null references programme (id),
    actor text collate "C" not null,
    at timestamptz not null,
    why text collate "C" not null
);
