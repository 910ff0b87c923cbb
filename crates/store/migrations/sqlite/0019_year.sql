-- What the partners agreed for a year, in versions that only ever come beside each other; who of
-- them agreed when; and how the homes of the year were shared out over target groups.

create table year_agreement (
    id blob primary key,
    programme blob not null references programme (id),
    year integer not null,
    version integer not null,
    kind text not null,
    homes integer,
    per_mille integer,
    vacancies integer,
    note text,
    actor text not null,
    at text not null
) strict;
create unique index year_agreement_once on year_agreement (programme, year, version);

create table year_group (
    agreement blob not null references year_agreement (id),
    programme blob not null references programme (id),
    target_group text not null,
    main_group text not null,
    with_support integer not null,
    counts integer not null,
    lower_bound integer not null,
    upper_bound integer,
    ground text not null,
    primary key (agreement, target_group)
) strict;

create table year_assent (
    agreement blob not null references year_agreement (id),
    programme blob not null references programme (id),
    organisation text not null,
    said_by text,
    actor text not null,
    at text not null,
    primary key (agreement, organisation)
) strict;

create table share_out (
    id blob primary key,
    programme blob not null references programme (id),
    year integer not null,
    number integer not null,
    agreement blob not null references year_agreement (id),
    rule text not null,
    basis text not null,
    total integer not null,
    note text,
    standing text not null,
    actor text not null,
    at text not null,
    settled_by text,
    settled_at text,
    settled_why text
) strict;
create unique index share_out_once on share_out (programme, year, number);

create table share_of_group (
    share_out blob not null references share_out (id),
    programme blob not null references programme (id),
    target_group text not null,
    expected integer not null,
    lower_bound integer not null,
    upper_bound integer,
    realised integer not null,
    homes integer not null,
    bound text not null,
    primary key (share_out, target_group)
) strict;
