-- Households that waited already when the year began, as a share-out was made with.

alter table share_of_group add column waiting bigint not null default 0;
