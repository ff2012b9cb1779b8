package dev.cowork.session;

import dev.cowork.slack.Gesture;
import dev.cowork.slack.Message;
import dev.cowork.slack.Posting;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the partner asks, from asking to ticking off. In the caller's transaction.
@ApplicationScoped
class AskingQuestions {
    private final AskedQuestions questions;
    private final Facts facts;
    private final ShowingCase showing;
    private final RecordingWords recording;
    private final Posting posting;
    private final InstantSource clock;

    AskingQuestions(
            AskedQuestions questions,
            Facts facts,
            ShowingCase showing,
            RecordingWords recording,
            Posting posting,
            InstantSource clock) {
        this.questions = questions;
        this.facts = facts;
        this.showing = showing;
        this.recording = recording;
        this.posting = posting;
        this.clock = clock;
    }

    /// Asks what is not known yet. What the ledger answers is left out, and the partner hears so.
    ///
    /// @param move which of the turn's moves asks
    void ask(Session session, Turn turn, int move, List<String> wanted) {
        var known = new Known(facts.of(session), questions.in(session));
        var asked = new ArrayList<AskedQuestion>();
        var leftOut = new ArrayList<String>();
        for (var question : known.unknownFirst(wanted)) {
            if (known.covers(question)) {
                leftOut.add(question);
            } else {
                asked.add(new AskedQuestion(turn, move, asked.size() + 1, question, clock.instant()));
            }
        }
        questions.persist(asked);
        if (!asked.isEmpty()) {
            show(session, asked);
        }
        if (!leftOut.isEmpty()) {
            recording.record(
                    session,
                    Utterance.Kind.NOTE,
                    session.owner(),
                    "[Not asked, because it was asked before or the facts answer it: "
                            + String.join(" ", leftOut).replace('[', '(').replace(']', ')') + "]");
        }
    }

    private void show(Session session, List<AskedQuestion> list) {
        var pages = QuestionsCard.of(list);
        for (var page = 0; page < pages.size(); page++) {
            posting.reply(
                    session.workspace(),
                    session.thread().orElseThrow(),
                    QuestionsCard.key(list.getFirst(), page),
                    pages.get(page));
        }
    }

    /// An answer by press or form. The partner goes on once the last question of the list is answered, or somebody
    /// writes; until then it is only noted.
    ///
    /// @param answer empty for "I don't know"
    void answered(Session session, AskedQuestion question, Optional<String> answer, Gesture gesture) {
        var isFirst = answer.map(question::answer).orElseGet(question::isNotKnown);
        if (!isFirst) {
            return;
        }
        if (answer.isEmpty()) {
            facts.note(session, Standing.UNKNOWN, question.words(), "", clock.instant());
            showing.revise(session);
        }
        revise(session, question);
        var isLast = questions.listOf(session, question).stream().noneMatch(AskedQuestion::isOpen);
        var words = question.words().replace('[', '(').replace(']', ')');
        recording.record(
                session,
                isLast ? Utterance.Kind.INSTRUCTION : Utterance.Kind.NOTE,
                gesture.member(),
                answer.map(it -> "[To your question: " + words + "]\n" + it)
                        .orElse("[To your question: " + words + " Nobody knows.]"));
    }

    /// Somebody wrote in the thread: what their words answer is ticked.
    void hear(Session session, String words) {
        var open = questions.openIn(session);
        Answered.in(words, open).forEach((question, answer) -> tick(session, question, answer));
    }

    /// The partner says that a fact answers a question.
    void answeredBy(Session session, String question, Standing standing, String statement) {
        questions.openIn(session).stream()
                .filter(it -> Wording.plain(it.words()).equals(Wording.plain(question)))
                .forEach(it ->
                        tick(session, it, standing == Standing.UNKNOWN ? Optional.empty() : Optional.of(statement)));
    }

    private void tick(Session session, AskedQuestion question, Optional<String> answer) {
        if (answer.map(question::answer).orElseGet(question::isNotKnown)) {
            revise(session, question);
        }
    }

    private void revise(Session session, AskedQuestion question) {
        var list = questions.listOf(session, question);
        List<Message> pages = QuestionsCard.of(list);
        var edition = list.stream().mapToInt(AskedQuestion::edition).sum();
        for (var page = 0; page < pages.size(); page++) {
            posting.revise(
                    session.workspace(),
                    session.thread().orElseThrow(),
                    QuestionsCard.key(question, page),
                    "answers-" + edition,
                    pages.get(page));
        }
    }
}
