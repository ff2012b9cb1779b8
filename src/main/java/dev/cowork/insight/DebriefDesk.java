package dev.cowork.insight;

import dev.cowork.delivery.Delivery;
import dev.cowork.delivery.Inbox;
import dev.cowork.delivery.Key;
import dev.cowork.delivery.Lane;
import dev.cowork.partner.PartnerUnavailableException.Cause;
import dev.cowork.partner.Retrospect;
import dev.cowork.privacy.Anonymiser;
import dev.cowork.privacy.Confidential;
import dev.cowork.session.SessionClosed;
import dev.cowork.slack.Posting;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.Optional;

/// Keeps debriefs and shows each in its thread. Every step is one short transaction; a step that was done already
/// changes nothing.
@ApplicationScoped
class DebriefDesk {
    private final Debriefs debriefs;
    private final Tips tips;
    private final Inbox inbox;
    private final Posting posting;
    private final DebriefCard card;
    private final NotingGaps noting;
    private final GapSightings sightings;
    private final InstantSource clock;
    private final Anonymiser anonymiser = new Anonymiser();

    DebriefDesk(
            Debriefs debriefs,
            Tips tips,
            Inbox inbox,
            Posting posting,
            DebriefCard card,
            NotingGaps noting,
            GapSightings sightings,
            InstantSource clock) {
        this.noting = noting;
        this.sightings = sightings;
        this.debriefs = debriefs;
        this.tips = tips;
        this.inbox = inbox;
        this.posting = posting;
        this.card = card;
        this.clock = clock;
    }

    /// In the transaction that closes the session: no close without its debrief, no debrief without a close.
    @Transactional
    void on(@Observes SessionClosed closed) {
        if (debriefs.findByIdOptional(SessionKey.of(closed.workspace(), closed.session()))
                .isEmpty()) {
            var debrief = Debrief.of(closed);
            debriefs.persist(debrief);
            ask(debrief);
        }
    }

    private void ask(Debrief debrief) {
        var key = debrief.key();
        inbox.accept(Delivery.own(
                key.in(),
                Key.of("debrief", key, debrief.attempt()),
                Lane.of(key.in(), "turn", key),
                LookingBack.KIND,
                key.toString()));
    }

    /// What the partner needs to hear of the end, as long as nobody has looked back yet.
    @Transactional
    Optional<String> outcomeIfWaiting(SessionKey key) {
        return debriefs.findByIdOptional(key)
                .filter(debrief -> debrief.state() == Debrief.State.WAITING)
                .map(Debrief::outcome);
    }

    @Transactional
    void write(SessionKey key, Retrospect retrospect, DebriefLinks links, Confidential confidential) {
        waiting(key).ifPresent(debrief -> {
            var mended = anonymiser.anonymise(TipText.cut(retrospect.tip()), confidential);
            debrief.write(retrospect, links, TipText.cut(mended.text()), clock.instant());
            retrospect
                    .missing()
                    .forEach(one -> noting.note(key, debrief.owner(), one.isPolicy(), one.what(), confidential));
            show(debrief);
        });
    }

    @Transactional
    int countTry(SessionKey key) {
        return waiting(key)
                .map(debrief -> {
                    debrief.countTry();
                    return debrief.tries();
                })
                .orElse(0);
    }

    /// @param why empty where the reason is ours and not the partner's
    @Transactional
    void fail(SessionKey key, Optional<Cause> why) {
        waiting(key).ifPresent(debrief -> {
            debrief.fail(why, clock.instant());
            show(debrief);
        });
    }

    /// A press on `Try again`. Pressed twice, tries once.
    @Transactional
    void tryAgain(SessionKey key) {
        debriefs.locked(key)
                .filter(debrief -> debrief.state() == Debrief.State.FAILED)
                .ifPresent(debrief -> {
                    debrief.tryAgain();
                    show(debrief);
                    ask(debrief);
                });
    }

    /// Shows the card once more because something about it changed.
    @Transactional
    void showAgain(SessionKey key) {
        debriefs.locked(key)
                .filter(debrief -> debrief.state() == Debrief.State.WRITTEN)
                .ifPresent(this::show);
    }

    /// Shows the card as things are now: new the first time, changed afterwards.
    void show(Debrief debrief) {
        var key = debrief.key();
        var content = card.of(debrief, tips.of(key), sightings.questionsIn(key));
        var edition = debrief.nextEdition();
        if (edition == 1) {
            posting.reply(key.in(), debrief.thread(), debrief.message(), content);
        } else {
            posting.revise(key.in(), debrief.thread(), debrief.message(), edition, content);
        }
    }

    private Optional<Debrief> waiting(SessionKey key) {
        return debriefs.locked(key).filter(debrief -> debrief.state() == Debrief.State.WAITING);
    }
}
