-- Reports for the steering group: the figures as they were when a report was made.

create table steering_report (
    id uuid primary key,
    programme uuid not null references programme (id),
    year bigint not null,
    number bigint not null,
    made_on date not null,
    days_left bigint not null,
    against bigint not null,
    agreement bigint,
    note text collate "C",
    actor text collate "C" not null,
    at timestamptz not null
);
create unique index steering_report_once on steering_report (programme, year, number);

create table steering_report_line (
    report uuid not null references steering_report (id),
    programme uuid not null references programme (id),
    part text collate "C" not null,
    code text collate "C" not null,
    name_nl text collate "C" not null,
    name_en text collate "C" not null,
    counts boolean not null,
    realised bigint not null,
    least bigint,
    most bigint,
    ends_low bigint not null,
    ends_middle bigint not null,
    ends_high bigint not null,
    warning text collate "C",
    sure bigint,
    primary key (report, part, code)
);

create table steering_report_figure (
    report uuid not null references steering_report (id),
    programme uuid not null references programme (id),
    name text collate "C" not null,
    value bigint not null,
    primary key (report, name)
);
