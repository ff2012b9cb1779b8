package dev.cowork.audit;

import dev.cowork.slack.Message;

/// The answer about a long chain, as a direct message.
final class FindingCard {
    private FindingCard() {}

    static Message of(Finding finding) {
        var plain = finding instanceof Finding.Intact
                ? "The record of decisions is as it was written."
                : "The record of decisions was changed.";
        return Message.of(plain, AuditModal.blocks(finding));
    }
}
