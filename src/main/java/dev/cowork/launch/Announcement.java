package dev.cowork.launch;

/// What a person who started the bot reads when it is ready: one line, with the address to open first.
final class Announcement {

    private Announcement() {}

    static String of(Settings settings, int port) {
        if (settings.isPlayground()) {
            return "Cowork's playground: http://localhost:" + port + "/playground";
        }
        var door =
                settings.isSocketMode() ? "in Socket Mode" : "over HTTP, at http://localhost:" + port + "/slack/events";
        var partner = settings.hasClaude()
                ? "Claude is the partner"
                : "the playbook is the partner, as no ANTHROPIC_API_KEY is set";
        return "Cowork serves Slack " + door + "; " + partner + ".";
    }
}
