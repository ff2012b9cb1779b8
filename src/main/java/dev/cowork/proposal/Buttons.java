package dev.cowork.proposal;

/// The ids of our buttons and modals.
final class Buttons {
    static final String APPROVE = "proposal_approve";
    static final String APPROVE_CHANGES = "proposal_approve_changes";
    static final String DECLINE = "proposal_decline";
    static final String ASK = "proposal_ask";
    static final String ANSWER = "proposal_answer";
    static final String RENEW = "proposal_renew";

    static final String AWAY = "desk_away";
    static final String BACK = "back";
    static final String LEADS = "desk_leads";

    private Buttons() {}
}
