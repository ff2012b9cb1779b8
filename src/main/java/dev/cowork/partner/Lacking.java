package dev.cowork.partner;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What nobody could look up, in the agent's own sentences. The shapes stand in `playbook/looking-back.md`.
final class Lacking {
    private static final Pattern SENTENCE = Pattern.compile("[^.!?\\n]+[.!?]*");
    private static final int MOST = 3;
    private static final int LONGEST = 300;

    private Lacking() {}

    static List<Retrospect.Missing> in(Case it) {
        return Stream.of("policy", "knowledge")
                .flatMap(kind -> sentences(it)
                        .filter(sentence -> shapes(it, kind)
                                .anyMatch(shape -> shape.matcher(sentence).find()))
                        .map(sentence -> new Retrospect.Missing(kind.equals("policy"), sentence)))
                .distinct()
                .limit(MOST)
                .toList();
    }

    private static Stream<Pattern> shapes(Case it, String kind) {
        return it.part("looking-back", "missing").part(kind).orElseThrow().items().stream()
                .map(Ticket::pattern);
    }

    private static Stream<String> sentences(Case it) {
        return Stream.concat(
                        it.brief().past().stream().map(Brief.Exchange::words),
                        Stream.of(it.brief().words()))
                .map(Spoken::in)
                .flatMap(words -> SENTENCE.matcher(words).results())
                .map(found -> found.group().strip())
                .filter(sentence -> sentence.length() <= LONGEST);
    }
}
