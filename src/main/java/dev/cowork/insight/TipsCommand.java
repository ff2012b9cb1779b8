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
    private final FindingTips finding;
    private final Settings settings;

    TipsCommand(HelpfulTips helpful, FindingTips finding, Settings settings) {
        this.helpful = helpful;
        this.finding = finding;
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
        return helpful.isKnown(workspace) ? new Reply.Whisper(helpful.answer(workspace, rest)) : Reply.later();
    }

    @Override
    public void hear(Inbound.Commanded command, String rest) {
        finding.order(command, rest);
    }
}
