package dev.cowork.session;

import dev.cowork.delivery.TryLaterException;
import dev.cowork.slack.Address;
import dev.cowork.slack.EarlierWords;
import dev.cowork.slack.Inbound;
import dev.cowork.slack.Listener;
import dev.cowork.slack.ThreadRef;
import dev.cowork.workspace.Standings;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What is said: in a session's thread it goes to the partner or is kept as background; a mention or a direct message
/// elsewhere begins a session; everything else is none of our business.
@ApplicationScoped
@Transactional
class ReplyListener implements Listener<Inbound.Said> {
    private static final Pattern TO_SOMEBODY_ELSE = Pattern.compile("^<@[UW][^>]*>.*", Pattern.DOTALL);
    /// Alone, while an answer is being written; otherwise it is a word like any other.
    private static final Pattern STOP = Pattern.compile("\\s*stop[.!]*\\s*", Pattern.CASE_INSENSITIVE);
    private static final Duration CARD_IS_COMING = Duration.ofSeconds(1);

    private final Sessions sessions;
    private final SessionMembers members;
    private final OpeningSession opening;
    private final JoiningSession joining;
    private final RecordingWords recording;
    private final StoppingTurn stopping;
    private final AskingQuestions questions;
    private final WhisperingClosed closed;
    private final EarlierWords earlier;
    private final List<OtherThread> others;
    private final Standings standings;

    ReplyListener(
            Sessions sessions,
            SessionMembers members,
            OpeningSession opening,
            JoiningSession joining,
            RecordingWords recording,
            StoppingTurn stopping,
            AskingQuestions questions,
            WhisperingClosed closed,
            EarlierWords earlier,
            @All List<OtherThread> others,
            Standings standings) {
        this.standings = standings;
        this.earlier = earlier;
        this.others = others;
        this.sessions = sessions;
        this.members = members;
        this.opening = opening;
        this.joining = joining;
        this.recording = recording;
        this.stopping = stopping;
        this.questions = questions;
        this.closed = closed;
    }

    @Override
    public Address address() {
        return Address.message();
    }

    @Override
    public Class<Inbound.Said> hears() {
        return Inbound.Said.class;
    }

    @Override
    public void hear(Inbound.Said said) {
        if (!said.gesture().isOfThisWorkspace()) {
            return;
        }
        var session = said.thread().flatMap(thread -> sessions.in(said.gesture().workspace(), thread));
        if (session.isPresent()) {
            hear(said, session.get());
        } else if (other(said).isPresent()) {
            other(said).get().hear(said);
        } else if (said.mentioned() || said.direct()) {
            openUnlessRefused(said);
        } else if (said.thread().isPresent()
                && sessions.isAnyWaitingIn(said.gesture().workspace(), said.channel())) {
            throw new TryLaterException(CARD_IS_COMING, null);
        }
    }

    private Optional<OtherThread> other(Inbound.Said said) {
        return said.thread()
                .flatMap(thread -> others.stream()
                        .filter(other -> other.isMine(said.gesture().workspace(), thread))
                        .findFirst());
    }

    private void openUnlessRefused(Inbound.Said said) {
        var standing = standings.last(said.gesture().workspace(), said.gesture().member());
        if (standing.mayWork()) {
            open(said);
        } else {
            closed.refuse(said, standing);
        }
    }

    private void open(Inbound.Said said) {
        var place = said.thread()
                .map(thread -> NewSession.Place.calledInto(thread, said.ts()))
                .orElseGet(() -> NewSession.Place.in(new ThreadRef(said.channel(), said.ts())));
        opening.open(NewSession.fromText(
                said.gesture().workspace(),
                said.gesture().member(),
                place,
                said.text().isBlank() ? NewSession.CALLED : said.text()));
        if (said.thread().isEmpty()) {
            earlier.hearAgain(said.gesture().workspace(), place.thread().orElseThrow());
        }
    }

    private void hear(Inbound.Said said, Session session) {
        var member = said.gesture().member();
        if (session.isClosed()) {
            closed.whisper(session, member);
            return;
        }
        if (said.mentioned()) {
            joining.join(session, member);
        }
        var isAgent = members.include(session, member);
        var isStop = isAgent && STOP.matcher(said.text()).matches() && stopping.stop(session, member);
        if (!isStop && !said.text().isBlank()) {
            var kind = isAgent && isForThePartner(said) ? Utterance.Kind.INSTRUCTION : Utterance.Kind.ASIDE;
            if (kind == Utterance.Kind.INSTRUCTION) {
                questions.hear(session, said.text());
            }
            recording.record(session, kind, member, said.text());
        }
    }

    /// Not a remark between colleagues, and not addressed to somebody else.
    private static boolean isForThePartner(Inbound.Said said) {
        var text = said.text().strip();
        return !text.startsWith("//")
                && (said.mentioned() || !TO_SOMEBODY_ELSE.matcher(text).matches());
    }
}
