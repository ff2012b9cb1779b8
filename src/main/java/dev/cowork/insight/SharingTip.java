package dev.cowork.insight;

import dev.cowork.delivery.Key;
import dev.cowork.delivery.PostDied;
import dev.cowork.privacy.Anonymised;
import dev.cowork.privacy.Anonymiser;
import dev.cowork.privacy.Confidential;
import dev.cowork.session.SessionStory;
import dev.cowork.slack.Gesture;
import dev.cowork.slack.Posting;
import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.Settings;
import dev.cowork.workspace.WorkspaceId;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;

/// Brings a tip to the team's channel, once, and without anybody in it.
@ApplicationScoped
class SharingTip {
    private final Debriefs debriefs;
    private final Tips tips;
    private final DebriefDesk desk;
    private final SessionStory story;
    private final Posting posting;
    private final Settings settings;
    private final BatchingTips batching;
    private final InstantSource clock;
    private final Anonymiser anonymiser = new Anonymiser();

    SharingTip(
            Debriefs debriefs,
            Tips tips,
            DebriefDesk desk,
            SessionStory story,
            Posting posting,
            Settings settings,
            BatchingTips batching,
            InstantSource clock) {
        this.batching = batching;
        this.debriefs = debriefs;
        this.tips = tips;
        this.desk = desk;
        this.story = story;
        this.posting = posting;
        this.settings = settings;
        this.clock = clock;
    }

    /// The words without what the rules and the session know to be private.
    @Transactional
    Anonymised mended(Optional<SessionKey> from, String words) {
        var known = from.map(key -> Situation.confidentialIn(story.briefOf(key.in(), key.session())))
                .orElse(Confidential.NOTHING);
        return anonymiser.anonymise(words, known);
    }

    /// The tip that the debrief suggests; empty where there is none or it was shared already.
    @Transactional
    Optional<String> suggested(SessionKey from) {
        return debriefs.findByIdOptional(from)
                .filter(debrief -> debrief.state() == Debrief.State.WRITTEN)
                .filter(debrief -> tips.of(from).isEmpty())
                .map(Debrief::tip);
    }

    String channel(WorkspaceId workspace) {
        return settings.tipsChannel(workspace);
    }

    /// Posts the tip. Of two people who share one debrief's tip, the first is heard; the same gesture twice shares
    /// once.
    @Transactional
    void share(Gesture gesture, Optional<SessionKey> from, String words) {
        var workspace = gesture.workspace();
        var debrief = from.flatMap(debriefs::locked);
        if (from.flatMap(tips::of).isPresent()
                || tips.sharedBy(workspace, gesture.key()).isPresent()) {
            return;
        }
        var tip = Tip.of(workspace, from, words, gesture.member(), gesture.key(), clock.instant());
        tips.persist(tip);
        batching.send(tip, channel(workspace));
        debrief.ifPresent(desk::show);
    }

    /// Takes it back, for whoever shared it; the debrief offers it again.
    @Transactional
    void takeBack(WorkspaceId workspace, MemberId by, UUID id) {
        tips.findByIdOptional(new Tip.TipKey(workspace.value(), id))
                .filter(tip -> tip.sharedBy().equals(by))
                .ifPresent(tip -> {
                    batching.retract(tip, channel(workspace));
                    var from = tip.from();
                    tips.takeBack(tip);
                    from.flatMap(debriefs::locked).ifPresent(desk::show);
                });
    }

    /// Keeps other words for the tip, and shows them in the thread.
    @Transactional
    void reword(SessionKey from, String words) {
        debriefs.locked(from).filter(debrief -> tips.of(from).isEmpty()).ifPresent(debrief -> {
            debrief.rewordTip(words);
            desk.show(debrief);
        });
    }

    /// Slack would not take it: the person is told, and the tip can be shared again.
    @Transactional
    void on(@Observes PostDied died) {
        tipNamed(died.message())
                .flatMap(id ->
                        tips.findByIdOptional(new Tip.TipKey(died.workspace().value(), id)))
                .ifPresent(tip -> takeBack(tip, died));
    }

    private void takeBack(Tip tip, PostDied died) {
        var workspace = died.workspace();
        var from = tip.from();
        Log.warnf("tip %s of %s was refused: %s", tip.message(), workspace, died.reason());
        posting.say(
                workspace,
                tip.sharedBy().value(),
                Key.of(tip.message(), "refused"),
                TipCard.refused(tip.words(), channel(workspace), died.reason()));
        tips.takeBack(tip);
        from.flatMap(debriefs::locked).ifPresent(desk::show);
    }

    private static Optional<UUID> tipNamed(Key message) {
        var parts = message.value().split("/");
        return parts.length == 2 && parts[0].equals("tip") ? Optional.of(UUID.fromString(parts[1])) : Optional.empty();
    }
}
