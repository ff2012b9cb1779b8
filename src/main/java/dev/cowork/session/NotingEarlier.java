package dev.cowork.session;

import dev.cowork.delivery.Key;
import dev.cowork.slack.EarlierWords;
import dev.cowork.slack.Posting;
import dev.cowork.workspace.WorkspaceId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/// Keeps what was said in a thread before its session began, as a quotation: the partner reads it as data.
@ApplicationScoped
class NotingEarlier {
    private static final String HEADING = "[What was said in this thread before, as background:]";
    private static final String CUT = "> […]";
    private static final String WITHOUT = "I could not read what was said in this thread before I was called, so I know"
            + " only what you tell me from here on. Copy in what matters.";
    /// What a person reads in a few minutes. Longer threads lose their middle: the first message is the case.
    private static final int MOST_CHARACTERS = 12_000;

    private final Sessions sessions;
    private final Utterances utterances;
    private final Posting posting;
    private final InstantSource clock;

    NotingEarlier(Sessions sessions, Utterances utterances, Posting posting, InstantSource clock) {
        this.sessions = sessions;
        this.utterances = utterances;
        this.posting = posting;
        this.clock = clock;
    }

    /// Noting twice notes once.
    @Transactional
    void note(WorkspaceId workspace, UUID id, List<EarlierWords.Line> lines) {
        var session = sessions.locked(workspace, id).orElseThrow();
        if (!lines.isEmpty()) {
            var note = Utterance.earlier(session, HEADING + "\n" + quoted(lines), clock.instant());
            if (utterances.findById(note.id()) == null) {
                utterances.persist(note);
            }
        }
    }

    @Transactional
    void goWithout(WorkspaceId workspace, UUID id) {
        sessions.locked(workspace, id)
                .flatMap(Session::thread)
                .ifPresent(thread -> posting.reply(
                        workspace, thread, Key.of(ReadingEarlier.KIND, id, "without"), NoticeCard.of(WITHOUT)));
    }

    static String quoted(List<EarlierWords.Line> lines) {
        var first = quote(lines.getFirst());
        var kept = new ArrayDeque<String>();
        var left = MOST_CHARACTERS - first.length();
        for (var line : lines.subList(1, lines.size()).reversed()) {
            var quote = quote(line);
            left -= quote.length();
            if (left < 0) {
                kept.addFirst(CUT);
                break;
            }
            kept.addFirst(quote);
        }
        kept.addFirst(first);
        return String.join("\n", kept);
    }

    private static String quote(EarlierWords.Line line) {
        var text = line.text().length() > MOST_CHARACTERS / 2
                ? line.text().substring(0, line.text().offsetByCodePoints(0, MOST_CHARACTERS / 4)) + " […]"
                : line.text();
        return (line.who() + ": " + text).lines().map(it -> "> " + it).collect(Collectors.joining("\n"));
    }
}
