alter table draft add column promises text not null default '';
comment on column draft.promises is 'What the partner said it promises: one per line, the kind first, then the words as they stand in it.';
