package dev.cowork.session;

import dev.cowork.slack.Message;

/// One plain line.
final class NoticeCard {
    private NoticeCard() {}

    /// @param mrkdwn what others wrote in it is escaped already
    static Message of(String mrkdwn) {
        return new PagedCard(mrkdwn).title(mrkdwn).pages().getFirst();
    }
}
