package dev.cowork.knowledge;

import dev.cowork.Screens;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;

@ApplicationScoped
class KnowledgeScreens implements Screens {
    @Override
    public Map<Class<?>, List<?>> longest() {
        var passage = new Passage("K-bcdfghjk", LONG, LONG, LONG, true);
        var path = LONG.substring(0, NewFile.LONGEST_PATH);
        var file = new Knowledge.File(
                path, LONG, true, Integer.MAX_VALUE, Integer.MAX_VALUE, true, "UANA00001", Instant.EPOCH);
        return Map.of(
                KnowledgeCard.class,
                List.of(
                        KnowledgeCard.note(LONG),
                        KnowledgeCard.removed(LONG, true),
                        KnowledgeCard.of(new Brought.Refused(LONG, LONG)),
                        KnowledgeCard.of(new Brought.Taken(LONG, KnowledgeKind.EXAMPLE, 1, 1)),
                        new dev.cowork.slack.Message("x", KnowledgeCard.of(Collections.nCopies(100, file))),
                        new dev.cowork.slack.Message("x", KnowledgeCard.of(List.of())),
                        new dev.cowork.slack.Message("x", KnowledgeCard.toRead(Collections.nCopies(100, passage)))),
                KnowledgeModal.class,
                List.of(
                        KnowledgeModal.add(),
                        KnowledgeModal.list(List.of()),
                        KnowledgeModal.list(Collections.nCopies(100, file)),
                        KnowledgeModal.of(passage)));
    }
}
