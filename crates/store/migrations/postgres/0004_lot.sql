-- The lot of a round: sealed when the round is made, shown with the first proposal. A round
-- without salt has a number that people stated.
alter table round add column lot_salt text collate "C";
alter table round add column lot_shown_at timestamptz;
alter table round add column homes_changed_at timestamptz;
