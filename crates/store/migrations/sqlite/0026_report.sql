-- Reports for the steering group: the figures as they were when a report was made.

create table steering_report (
    id blob primary key,
    programme blob not null references programme (id),
    year integer not null,
    number integer not null,
    made_on text not null,
    days_left integer not null,
    against integer not null,
    agreement integer,
    note text,
    actor text not null,
    at text not null
) strict;
create unique index steering_report_once on steering_report (programme, year, number);

create table steering_report_line (
    report blob not null references steering_report (id),
    programme blob not null references programme (id),
    part text not null,
    code text not null,
    name_nl text not null,
    name_en text not null,
    counts integer not null,
    realised integer not null,
    least integer,
    most integer,
    ends_low integer not null,
    ends_middle integer not null,
    ends_high integer not null,
    warning text,
    sure integer,
    primary key (report, part, code)
) strict;

create table steering_report_figure (
    report blob not null references steering_report (id),
    programme blob not null references programme (id),
    name text not null,
    value integer not null,
    primary key (report, name)
) strict;
