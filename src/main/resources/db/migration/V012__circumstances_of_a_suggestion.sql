-- What a person says about the case when they ask, for the authority matrix.

alter table suggestion add column tier text;
alter table suggestion add column outside text;
alter table suggestion add constraint suggestion_circumstances_are_whole check ((tier is null) = (outside is null));
comment on column suggestion.tier is 'What kind of customer it is; none: as the opening says';
comment on column suggestion.outside is 'How far outside policy it is; none: within';
