package dev.cowork.session;

import dev.cowork.partner.Brief;
import dev.cowork.slack.Message;
import dev.cowork.slack.Posting;
import dev.cowork.workspace.MemberId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Sees a second failure for the same customer, in what is told or in our own sessions, and changes the strategy: a
/// plan and a choice before the apology. In the caller's transaction.
@ApplicationScoped
class SeeingRepeat {
    /// Holds none of the customer's words: it stands outside the lines that mark data.
    static final String LINE =
            "[Second failure for this customer. The strategy changes: before any draft, work out with"
                    + " me who stays on it and calls back when, who finds the cause until when, and what the customer can choose"
                    + " between. In a draft that comes before the apology. Hint to me that an answer within minutes reads like a"
                    + " bot.]";

    private static final String TRAINING = "training";
    /// Longer ago, a customer remembers it no more as the time before.
    private static final Duration REMEMBERED = Duration.ofDays(365);
    /// A first name alone is anybody.
    private static final Pattern PARTICULAR = Pattern.compile(".*(?:\\S\\s+\\S|[@\\d]).*", Pattern.DOTALL);

    private static final int LONGEST = 160;

    private final Sessions sessions;
    private final Situations situations;
    private final Turns turns;
    private final RecoveryPlans plans;
    private final ShowingCase showing;
    private final Posting posting;

    SeeingRepeat(
            Sessions sessions,
            Situations situations,
            Turns turns,
            RecoveryPlans plans,
            ShowingCase showing,
            Posting posting) {
        this.sessions = sessions;
        this.situations = situations;
        this.turns = turns;
        this.plans = plans;
        this.showing = showing;
        this.posting = posting;
    }

    /// Looks at what was said latest, and once at the form and at earlier sessions. Says so in the thread the first
    /// time.
    void see(Session session, List<Utterance> said) {
        if (session.opening().equals(TRAINING) || session.handling().repeat().isPresent()) {
            return;
        }
        told(session, said)
                .map(sentence -> "“" + cut(sentence) + "”")
                .or(() -> known(session))
                .filter(session.handling()::isRepeat)
                .ifPresent(_ -> show(session));
    }

    /// What the partner is told of it, once.
    String told(Session session) {
        return session.handling()
                .repeat()
                .map(_ -> LINE)
                .filter(line -> turns.answeredIn(session).stream()
                        .noneMatch(turn -> turn.words().contains(line)))
                .map(line -> "\n\n" + line)
                .orElse("");
    }

    /// Somebody says that it is none.
    void deny(Session session, MemberId by) {
        if (session.handling().repeat().isPresent()) {
            session.handling().isNoRepeat(by);
            revise(session, "denied", RepeatCard.denied(by));
            showing.revise(session);
        }
    }

    /// The buttons, once the session is closed.
    void takeOff(Session session) {
        session.handling()
                .repeat()
                .ifPresent(_ -> revise(session, "closed", ClosedCard.of(RepeatCard.of(session, plans.in(session)))));
    }

    /// A plan was made, or another one.
    void showPlan(Session session) {
        revise(session, "plan-" + plans.countIn(session), RepeatCard.of(session, plans.in(session)));
    }

    private void show(Session session) {
        posting.reply(
                session.workspace(),
                session.thread().orElseThrow(),
                RepeatCard.key(session),
                RepeatCard.of(session, Optional.empty()));
        showing.revise(session);
    }

    private void revise(Session session, String version, Message card) {
        posting.revise(session.workspace(), session.thread().orElseThrow(), RepeatCard.key(session), version, card);
    }

    private Optional<String> told(Session session, List<Utterance> said) {
        return Stream.concat(
                        situations.of(session).stream().map(Brief.Field::text),
                        said.stream()
                                .filter(it -> it.kind() == Utterance.Kind.INSTRUCTION)
                                .map(Utterance::words))
                .flatMap(text -> RepeatWords.in(text).stream())
                .findFirst();
    }

    /// Says when, and nothing of what was in it.
    private Optional<String> known(Session session) {
        var customer = session.ticket().customer().strip();
        return Optional.of(customer)
                .filter(name -> PARTICULAR.matcher(name).matches())
                .flatMap(name ->
                        sessions.before(session, name, session.openedAt().minus(REMEMBERED)))
                .map(before -> "a customer of this name had a case here "
                        + days(Duration.between(before.openedAt(), session.openedAt())
                                .toDays()) + ".");
    }

    private static String days(long days) {
        return days == 0 ? "earlier the same day" : days == 1 ? "the day before" : days + " days before";
    }

    private static String cut(String sentence) {
        return sentence.length() <= LONGEST
                ? sentence
                : sentence.substring(0, sentence.offsetByCodePoints(0, LONGEST)) + "…";
    }
}
