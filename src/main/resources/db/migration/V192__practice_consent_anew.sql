-- Supervisors now see the steps somebody earned as well. Who let them see a number has not agreed to that: they are asked
-- anew.
delete from practice_consent;
