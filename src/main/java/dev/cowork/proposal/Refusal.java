package dev.cowork.proposal;

/// Why a press changes nothing.
///
/// @param words for the person who pressed, in Slack's markdown
record Refusal(Why why, String words) {
    enum Why {
        UNKNOWN,
        OTHER_WORKSPACE,
        NO_MEMBER,
        SETTLED,
        EXPIRED,
        OWN,
        TOOK_PART,
        NO_DECIDER,
        SECOND_IS_ANOTHER,
        STALE,
        MORE_THAN_FIRST,
        ABOVE_AUTHORITY,
        ANSWERED
    }
}
