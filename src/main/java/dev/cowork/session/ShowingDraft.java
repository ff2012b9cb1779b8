package dev.cowork.session;

import dev.cowork.delivery.Key;
import dev.cowork.partner.Move;
import dev.cowork.slack.Message;
import dev.cowork.slack.Posting;
import dev.cowork.workspace.MemberId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Brings a new version of the draft into the thread and keeps the cards of all versions true. Joins the caller's
/// transaction.
@ApplicationScoped
class ShowingDraft {
    private final Drafts drafts;
    private final Facts facts;
    private final CompanyGuard guard;
    private final Posting posting;
    private final InstantSource clock;

    ShowingDraft(Drafts drafts, Facts facts, CompanyGuard guard, Posting posting, InstantSource clock) {
        this.drafts = drafts;
        this.facts = facts;
        this.guard = guard;
        this.posting = posting;
        this.clock = clock;
    }

    /// A new version takes the place of the one that counted.
    ///
    /// @param writer who edited it by hand; empty for the partner's
    Draft bring(Session session, Move.WriteDraft written, Optional<MemberId> writer) {
        drafts.currentIn(session).ifPresent(old -> {
            old.replace();
            revise(session, old);
        });
        var version = drafts.nextVersionIn(session);
        var draft = writer.map(by -> Draft.byHand(session, version, written, by, clock.instant()))
                .orElseGet(() -> Draft.byPartner(session, version, written, clock.instant()));
        drafts.persist(draft);
        post(session, draft);
        return draft;
    }

    void post(Session session, Draft draft) {
        var messages = card(session, draft);
        for (var part = 1; part < messages.size(); part++) {
            posting.reply(
                    session.workspace(),
                    session.thread().orElseThrow(),
                    Key.of(draft.message(), "part", part),
                    messages.get(part - 1));
        }
        posting.reply(session.workspace(), session.thread().orElseThrow(), draft.message(), messages.getLast());
    }

    /// The card of a version that counts no longer, or was used.
    void revise(Session session, Draft draft) {
        var card = card(session, draft).getLast();
        posting.revise(session.workspace(), session.thread().orElseThrow(), draft.message(), draft.look(), card);
    }

    List<Message> card(Session session, Draft draft) {
        var reading = DraftReading.of(draft.words(), facts.of(session), guard.words(session))
                .in(new DraftReading.Tongue(draft.language(), session.handling().customerLanguage()))
                .with(Stream.concat(guard.hints(session, draft).stream(), RepeatHints.on(session, draft).stream())
                        .toList());
        return DraftCard.of(draft, drafts.beforeIn(session, draft).isEmpty(), reading);
    }
}
