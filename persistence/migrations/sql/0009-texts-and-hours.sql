-- Words of the bot as the business says them. Who loads the business sees by the revision whether the words it holds
-- are still those; the words themselves are read only when it has changed.
alter table business add column texts_revision integer not null default 0;

alter table text_override drop constraint text_override_body_check;
-- Without a body the words are the built-in ones again; the row stays for what old keyboards still show.
alter table text_override alter column body drop not null;
-- A plural is JSON of its forms.
alter table text_override add constraint text_override_body_check check (length(body) between 1 and 20000);
-- Labels of the keyboard that stood here before: they stay on the screens of clients until a message brings new ones.
alter table text_override add column former text[] not null default '{}';
