package dev.cowork.slack;

import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.markdownText;

import dev.cowork.delivery.Key;
import dev.cowork.workspace.Standings;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/// Who may do nothing here at all, whatever role they were given: guests, bots, the deactivated and people of other
/// workspaces. What tells them itself is left alone.
@ApplicationScoped
class Refusing {
    private static final String ELSEWHERE = "Only members of this workspace work here, and your account belongs to"
            + " another one. Nothing has changed.";

    private final Switchboard switchboard;
    private final KnowingPeople people;
    private final Standings standings;
    private final Posting posting;

    Refusing(Switchboard switchboard, KnowingPeople people, Standings standings, Posting posting) {
        this.switchboard = switchboard;
        this.people = people;
        this.standings = standings;
        this.posting = posting;
    }

    /// Why not, while Slack waits: as far as is known, for Slack is not asked then.
    Optional<String> atOnce(Inbound inbound) {
        var gesture = inbound.gesture();
        var standing = people.known(gesture.workspace(), gesture.member());
        if (switchboard.refusesByItself(inbound)) {
            return Optional.empty();
        }
        return gesture.isOfThisWorkspace()
                ? Optional.of(standing.refusal()).filter(why -> !why.isEmpty())
                : Optional.of(ELSEWHERE);
    }

    /// Refuses what was let in while nothing was known of the person, and tells them.
    ///
    /// @return whether it was refused
    boolean late(Inbound inbound) {
        if (!isAskedFor(inbound) || switchboard.refusesByItself(inbound)) {
            return false;
        }
        var gesture = inbound.gesture();
        var why = standings.last(gesture.workspace(), gesture.member()).refusal();
        if (!why.isEmpty()) {
            tell(inbound, why);
        }
        return !why.isEmpty();
    }

    /// Anybody may be read and see their App Home; what is said is refused by whoever it is said to.
    private static boolean isAskedFor(Inbound inbound) {
        return switch (inbound) {
            case Inbound.Commanded _, Inbound.Pressed _, Inbound.Submitted _, Inbound.Chosen _ -> true;
            case Inbound.Said _, Inbound.HomeOpened _, Inbound.Stopped _, Inbound.Reacted _ -> false;
        };
    }

    private void tell(Inbound inbound, String why) {
        var gesture = inbound.gesture();
        var key = Key.of("refused", gesture.key());
        var words = Message.of(why, List.of(section(block -> block.text(markdownText(why)))));
        place(inbound)
                .ifPresentOrElse(
                        place -> posting.whisper(gesture.workspace(), place, gesture.member(), key, words),
                        () -> posting.say(gesture.workspace(), gesture.member().value(), key, words));
    }

    private static Optional<ThreadRef> place(Inbound inbound) {
        return switch (inbound) {
            case Inbound.Commanded commanded -> Optional.of(new ThreadRef(commanded.channel(), ""));
            case Inbound.Pressed pressed -> pressed.where().map(Inbound.Spot::besides);
            case Inbound.Chosen chosen ->
                chosen.message().map(quoted -> quoted.spot().besides());
            case Inbound.Said _, Inbound.Submitted _, Inbound.HomeOpened _, Inbound.Stopped _, Inbound.Reacted _ ->
                Optional.empty();
        };
    }
}
