-- Who keeps the company's knowledge, by name and by user group, beside the role.

alter table member_role add column is_keeper boolean not null default false;
comment on column member_role.is_keeper is 'Whether they keep the knowledge, and get its gaps';

alter table group_role add column is_keeper boolean not null default false;
comment on column group_role.is_keeper is 'Whether the people of the group keep the knowledge, and get its gaps';
