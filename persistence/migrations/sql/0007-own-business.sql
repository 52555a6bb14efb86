-- A business of one’s own: invitations, sealed keys, texts, notices.
select 1;
