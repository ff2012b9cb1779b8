-- A drill made from a session can be taken back. A process of the version before still offers it until it is replaced.
alter table made_drill add column withdrawn_at timestamptz;
comment on column made_drill.withdrawn_at is 'Since when nobody can begin it any more; null while it can be practised. Approving it again brings it back.';
