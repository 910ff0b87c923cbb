-- How many futures a round draws to look ahead; 0: it does not look ahead.

alter table round add column ahead bigint not null default 0;
