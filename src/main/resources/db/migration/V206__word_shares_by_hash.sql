-- Asked of all the words of fifty precedents at once, each of some thousand counted words was compared with each of those.
create or replace function precedent_word_shares(wanted text[]) returns table (word text, share float4)
    language sql stable security definer set search_path from current as $$
    select counted.word, counted.share from pg_stats,
        unnest(most_common_elems::text::text[], most_common_elem_freqs) as counted (word, share)
    where schemaname = current_schema() and tablename = 'precedent' and attname = 'words'
        and counted.word in (select unnest(wanted))
$$;
