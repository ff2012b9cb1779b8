package dev.cowork.insight;

import dev.cowork.delivery.Delivery;
import dev.cowork.delivery.Errand;
import dev.cowork.delivery.TryLaterException;
import dev.cowork.partner.Brief;
import dev.cowork.partner.Partner;
import dev.cowork.partner.PartnerUnavailableException;
import dev.cowork.session.SessionStory;
import dev.cowork.slack.Permalinks;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/// Asks the partner to look back on a closed session and keeps what it says. Once per session, however often it runs.
@ApplicationScoped
class LookingBack implements Errand {
    static final String KIND = "debrief";

    private final DebriefDesk desk;
    private final SessionStory story;
    private final Partner partner;
    private final Permalinks permalinks;
    private final InsightConfig config;

    LookingBack(DebriefDesk desk, SessionStory story, Partner partner, Permalinks permalinks, InsightConfig config) {
        this.permalinks = permalinks;
        this.desk = desk;
        this.story = story;
        this.partner = partner;
        this.config = config;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(Delivery delivery) {
        var key = SessionKey.of(delivery.workspace(), delivery.body());
        var outcome = desk.outcomeIfWaiting(key);
        if (outcome.isPresent()) {
            lookBack(key, story.briefOf(key.in(), key.session()), outcome.get());
        }
    }

    private void lookBack(SessionKey key, Brief brief, String outcome) {
        try {
            var retrospect = partner.lookBack(brief, outcome);
            var at = retrospect.at();
            desk.write(
                    key,
                    retrospect,
                    new DebriefLinks(
                            linkTo(key, at.doneWell()), linkTo(key, at.couldBeBetter()), linkTo(key, at.pattern())),
                    Situation.confidentialIn(brief));
        } catch (PartnerUnavailableException unavailable) {
            retryOrTell(key, unavailable);
        }
    }

    private String linkTo(SessionKey key, int turn) {
        return story.spotOf(key.in(), key.session(), turn)
                .flatMap(spot -> permalinks.of(key.in(), spot))
                .orElse("");
    }

    private void retryOrTell(SessionKey key, PartnerUnavailableException unavailable) {
        var pause = unavailable.retryAfter().orElse(config.pause());
        var isWorthIt = unavailable.helpsToTryAgain() && pause.compareTo(config.longestPause()) <= 0;
        if (isWorthIt && desk.countTry(key) < config.tries()) {
            throw new TryLaterException(pause, unavailable);
        }
        desk.fail(key, Optional.of(unavailable.kind()));
    }

    @Override
    public void gaveUp(Delivery delivery, Throwable why) {
        desk.fail(SessionKey.of(delivery.workspace(), delivery.body()), Optional.empty());
    }
}
