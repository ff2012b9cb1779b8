package dev.cowork.partner;

import java.util.List;

/// Something the partner does besides talking. A move has no rights: it never creates, sends or decides anything; a
/// person's press may.
public sealed interface Move {
    /// Questions to answer before going on, most useful first.
    record AskQuestions(List<String> questions) implements Move {}

    /// Facts taken from the talk. `standing` is one of `customer_said`, `verified`, `assumed`, `unknown`, `tried`,
    /// `ruled_out`.
    record NoteFacts(List<Fact> facts) implements Move {
        public record Fact(String standing, String statement) {}
    }

    /// Two to four really different ways to go.
    record OfferApproaches(List<Approach> approaches) implements Move {
        public record Approach(
                String title, String summary, List<String> pros, List<String> cons, String cost, String precedent) {}
    }

    /// Words for the customer. `change` says in one line what is different from the draft before; empty for the first.
    ///
    /// @param channel `email`, `chat` or `phone`
    record WriteDraft(String channel, String text, String change) implements Move {}

    /// What the customer will probably say next, each with an answer ready.
    record AnticipateReplies(List<LikelyReply> replies) implements Move {
        public record LikelyReply(String customer, String answer) {}
    }

    /// A compensation for a person to propose. The amount is as the partner wrote it; it has been read by nobody yet.
    ///
    /// @param kind `refund`, `credit`, `replacement`, `discount`, `gesture` or `policy_exception`
    record SuggestCompensation(String kind, String amount, String currency, String reason) implements Move {}

    /// An escalation for a person to send.
    ///
    /// @param to `supervisor`, `management`, `legal` or `technical`
    /// @param urgency `now`, `today` or `this_week`
    record SuggestEscalation(String to, String urgency, String summary, String holdingReply) implements Move {}

    /// A word to the agent alone, about one thing.
    record Coach(String note) implements Move {}
}
