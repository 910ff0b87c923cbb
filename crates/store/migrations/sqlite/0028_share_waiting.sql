-- Households that waited already when the year began, as a share-out was made with.

alter table share_of_group add column waiting integer not null default 0;
