-- Row-level security: which rows a transaction sees is said by the workspace it serves. The policies themselves are set up
-- by afterMigrate.sql, for tables to come too. They bind everybody but the owner, so that a process of the version before,
-- which is the owner, goes on as it did.

create function served_workspace() returns text language plpgsql stable parallel safe as $$
declare
    served text := current_setting('cowork.workspace', true);
begin
    if coalesce(served, '') = '' then
        raise exception 'no workspace is served by this transaction' using errcode = 'insufficient_privilege';
    end if;
    return served;
end $$;
comment on function served_workspace() is 'Whose rows the transaction is for: a workspace, or * for all; where nobody said, it fails';

-- The two that need what row-level security keeps from a plan: an index of words, and how often each word stands in it.
-- They run with the owner's rights and ask themselves whom they serve.
create function precedents_with_words(of_workspace text, of_kind text, of_currency text, wanted tsquery, most integer)
    returns table (proposal uuid, about text, words tsvector)
    language sql stable security definer set search_path from current as $$
    select proposal, about, words from precedent
    where workspace = of_workspace and kind = of_kind and currency = of_currency and words @@ wanted
        and (select served_workspace()) in (of_workspace, '*')
    order by ts_rank(words, wanted) desc, decided_at desc, proposal limit most
$$;
comment on function precedents_with_words is 'Those of a workspace in which the words stand, the nearest first';

create function precedent_word_shares(wanted text[]) returns table (word text, share float4)
    language sql stable security definer set search_path from current as $$
    select counted.word, counted.share from pg_stats,
        unnest(most_common_elems::text::text[], most_common_elem_freqs) as counted (word, share)
    where schemaname = current_schema() and tablename = 'precedent' and attname = 'words'
        and counted.word = any (wanted)
$$;
comment on function precedent_word_shares is 'In how many of all precedents each of these words stands';
