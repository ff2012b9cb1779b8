create index outbox_place on outbox (workspace, channel, ts) where ts <> '';
alter table outbox add column failures integer not null default 0;
comment on column outbox.failures is 'Tries that went wrong; those that Slack''s limits held back are not counted';
comment on column outbox.attempts is 'Tries; each of them may write to the row only while it is the latest one';
