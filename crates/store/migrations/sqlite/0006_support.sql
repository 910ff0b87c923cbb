-- Support load: how many points a household takes from where it lives (1 to 3), and the most a
-- place can carry. Empty: nobody told, and no such limit.

alter table participant add column support_load integer;
alter table ceiling add column load_upper integer;
