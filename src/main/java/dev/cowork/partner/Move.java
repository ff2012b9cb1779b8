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
        /// @param replaces the words of an earlier fact that this one takes the place of; empty for a new one
        /// @param answers the question it answers, in the words it was asked in; empty where it answers none
        public record Fact(String standing, String statement, String replaces, String answers) {
            public Fact(String standing, String statement) {
                this(standing, statement, "", "");
            }
        }
    }

    /// What may still be the cause, likeliest first, each with the check that would tell. Takes the place of the
    /// order before.
    record RankCauses(List<Cause> causes) implements Move {
        public record Cause(String cause, String check) {}
    }

    /// Two to four really different ways to go.
    record OfferApproaches(List<Approach> approaches) implements Move {
        /// @param grants what it would give the customer: `none`, `escalation` or a kind of
        ///     [SuggestCompensation]; empty where the partner did not say
        public record Approach(
                String title,
                String summary,
                List<String> pros,
                List<String> cons,
                String cost,
                String precedent,
                String grants) {
            public Approach(
                    String title, String summary, List<String> pros, List<String> cons, String cost, String precedent) {
                this(title, summary, pros, cons, cost, precedent, "");
            }
        }
    }

    /// Words for the customer. `change` says in one line what is different from the draft before; empty for the first.
    ///
    /// @param channel `email`, `chat` or `phone`
    /// @param promises what it promises the customer, by the partner's own account; usually empty
    /// @param language ISO code of the language it is written in; empty where the partner did not say
    record WriteDraft(String channel, String text, String change, List<Promise> promises, String language)
            implements Move {
        public WriteDraft(String channel, String text, String change) {
            this(channel, text, change, List.of(), "");
        }

        /// @param promised `money`, `goods`, `date` or `exception`
        /// @param words as they stand in the draft
        public record Promise(String promised, String words) {}
    }

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

    /// A question that the company's knowledge does not answer, and that the case needs answered.
    record NoteGap(String question) implements Move {}

    /// A word to the agent alone, about one thing.
    record Coach(String note) implements Move {}
}
