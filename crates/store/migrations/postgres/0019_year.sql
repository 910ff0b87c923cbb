-- What the partners agreed for a year, in versions that only ever come beside each other; who of
-- them agreed when; and how the homes of the year were shared out over target groups.

create table year_agreement (
    id uuid primary key,
    programme uuid not null references programme (id),
    year bigint not null,
    version bigint not null,
    kind text collate "C" not null,
    homes bigint,
    per_mille bigint,
    vacancies bigint,
    note text collate "C",
    actor text collate "C" not null,
    at timestamptz not null
);
create unique index year_agreement_once on year_agreement (programme, year, version);

create table year_group (
    agreement uuid not null references year_agreement (id),
    programme uuid not null references programme (id),
    target_group text collate "C" not null,
    main_group text collate "C" not null,
    with_support boolean not null,
    counts boolean not null,
    lower_bound bigint not null,
    upper_bound bigint,
    ground text collate "C" not null,
    primary key (agreement, target_group)
);

create table year_assent (
    agreement uuid not null references year_agreement (id),
    programme uuid not null references programme (id),
    organisation text collate "C" not null,
    said_by text collate "C",
    actor text collate "C" not null,
    at timestamptz not null,
    primary key (agreement, organisation)
);

create table share_out (
    id uuid primary key,
    programme uuid not null references programme (id),
    year bigint not null,
    number bigint not null,
    agreement uuid not null references year_agreement (id),
    rule text collate "C" not null,
    basis text collate "C" not null,
    total bigint not null,
    note text collate "C",
    standing text collate "C" not null,
    actor text collate "C" not null,
    at timestamptz not null,
    settled_by text collate "C",
    settled_at timestamptz,
    settled_why text collate "C"
);
create unique index share_out_once on share_out (programme, year, number);

create table share_of_group (
    share_out uuid not null references share_out (id),
    programme uuid not null references programme (id),
    target_group text collate "C" not null,
    expected bigint not null,
    lower_bound bigint not null,
    upper_bound bigint,
    realised bigint not null,
    homes bigint not null,
    bound text collate "C" not null,
    primary key (share_out, target_group)
);
