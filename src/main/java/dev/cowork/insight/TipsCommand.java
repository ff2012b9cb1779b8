package dev.cowork.insight;

import dev.cowork.session.SubCommand;
import dev.cowork.slack.Inbound;
import dev.cowork.slack.Reply;
import dev.cowork.workspace.Settings;
import jakarta.enterprise.context.ApplicationScoped;

/// `/cowork tips WORDS`: what colleagues shared about it.
@ApplicationScoped
class TipsCommand implements SubCommand {
    private final HelpfulTips helpful;
    private final Settings settings;

    TipsCommand(HelpfulTips helpful, Settings settings) {
        this.helpful = helpful;
        this.settings = settings;
    }

    @Override
    public String word() {
        return "tips";
    }

    @Override
    public Reply atOnce(Inbound.Commanded command, String rest) {
        var workspace = command.gesture().workspace();
        if (!command.gesture().isOfThisWorkspace()) {
            return new Reply.Whisper("Tips are for people of this workspace.");
        }
        if (rest.isBlank()) {
            return new Reply.Whisper(
                    "Write what you look for after it: `" + settings.command(workspace) + " tips damaged twice`");
        }
        if (!helpful.isOpen(workspace)) {
            var channel = TipCard.shown(settings.tipsChannel(workspace));
            return new Reply.Whisper(
                    helpful.isKnown(workspace)
                            ? "Tips are in " + channel
                                    + ". Not everybody can read that channel, so look for them there."
                            : "I am just asking Slack who can read " + channel + ". Type it once more in a moment.");
        }
        var found = helpful.find(workspace, rest);
        return new Reply.Whisper(found.isEmpty() ? "Nobody has shared a tip about that yet." : TipCard.found(found));
    }
}
