-- How a session ended, beside its outcome, and where the look back on it points.
alter table session add column first_contact boolean;
alter table session add column worked_minutes bigint;
alter table debrief add column worked_minutes bigint;
alter table debrief add column confidence integer;
alter table debrief add column closing_confidence integer;
alter table debrief add column first_contact boolean;
alter table debrief add column done_well_link text not null default '';
alter table debrief add column could_be_better_link text not null default '';
alter table debrief add column pattern_link text not null default '';
