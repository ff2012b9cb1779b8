-- Drills made from sessions read what a trainee says in every language there are signs for, by names instead of English
-- patterns. What stands in those made before, and in runs of them, is turned into the names.
update made_drill set script = replace(replace(replace(replace(script,
    '(?:why|what|when|who|which|how|tell me|could you|can you)', '@asks'),
    '(?:happened|because|ordered|received|since|says|told|twice|again)', '@happened'),
    '(?:wants?|asks?|asking|settle|expects?|needs?|goal)', '@wants'),
    '(?:supervisor|limit|alone|authority|approve|escalat|policy)', '@decides');
update drill_run set script = replace(replace(replace(replace(script,
    '(?:why|what|when|who|which|how|tell me|could you|can you)', '@asks'),
    '(?:happened|because|ordered|received|since|says|told|twice|again)', '@happened'),
    '(?:wants?|asks?|asking|settle|expects?|needs?|goal)', '@wants'),
    '(?:supervisor|limit|alone|authority|approve|escalat|policy)', '@decides')
    where drill like 'made/%';
