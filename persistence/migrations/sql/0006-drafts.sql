-- Drafts of automations, and how many people went where.
select 1;
