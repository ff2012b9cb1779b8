package dev.cowork.home;

import dev.cowork.session.SubCommand;
import dev.cowork.slack.Inbound;
import dev.cowork.slack.Reply;
import dev.cowork.workspace.Settings;
import jakarta.enterprise.context.ApplicationScoped;

/// `/cowork forget REF`: says plainly that deleting is not available yet. Half a deletion with a receipt would be worse
/// than none: words also stand in the queues, with proposals and in Slack itself.
@ApplicationScoped
class ForgetCommand implements SubCommand {
    private final Settings settings;

    ForgetCommand(Settings settings) {
        this.settings = settings;
    }

    @Override
    public String word() {
        return "forget";
    }

    /// A reference is short; `forget it, the customer now says…` is a case.
    @Override
    public boolean isMeantBy(String rest) {
        return rest.split("\\s+").length <= 3;
    }

    @Override
    public Reply atOnce(Inbound.Commanded command, String rest) {
        return new Reply.Whisper(Words.forget(settings.command()).render());
    }
}
