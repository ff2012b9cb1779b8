package dev.cowork.slack;

import com.slack.api.bolt.response.Response;
import dev.cowork.delivery.Inbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/// Where a gesture goes: to the listener that answers at once, into the inbox, or, taken from there, to be heard.
@ApplicationScoped
class Passing {
    private static final String ELSEWHERE = "Only members of this workspace work here, and your account belongs to"
            + " another one. Nothing has changed.";

    private final Switchboard switchboard;
    private final KnowingPeople people;
    private final Inbox inbox;
    private final Acknowledging acknowledging;

    Passing(Switchboard switchboard, KnowingPeople people, Inbox inbox, Acknowledging acknowledging) {
        this.switchboard = switchboard;
        this.people = people;
        this.inbox = inbox;
        this.acknowledging = acknowledging;
    }

    Response pass(Inbound inbound) {
        var passage = Passage.CURRENT.get();
        return switch (passage.moment()) {
            case ON_ITS_LANE -> {
                switchboard.hear(inbound);
                yield Response.ok();
            }
            case AT_ONCE -> atOnce(inbound, passage);
        };
    }

    private Response atOnce(Inbound inbound, Passage passage) {
        var reply = refusal(inbound).<Reply>map(Reply.Whisper::new).orElseGet(() -> switchboard.atOnce(inbound));
        if (InTime.isTooLate()) {
            // The person has been told that it failed, and may be doing it again.
            return Response.error(503);
        }
        if (reply instanceof Reply.Later) {
            inbox.accept(passage.parcel().delivery());
        }
        return acknowledging.answer(inbound, reply);
    }

    /// Why somebody may do nothing here at all.
    private Optional<String> refusal(Inbound inbound) {
        var gesture = inbound.gesture();
        var standing = people.of(gesture.workspace(), gesture.member());
        if (switchboard.refusesByItself(inbound)) {
            return Optional.empty();
        }
        return gesture.isOfThisWorkspace()
                ? Optional.of(standing.refusal()).filter(why -> !why.isEmpty())
                : Optional.of(ELSEWHERE);
    }
}
