package dev.cowork.home;

import dev.cowork.session.SubCommand;
import dev.cowork.slack.Inbound;
import dev.cowork.slack.Reply;
import dev.cowork.workspace.Settings;
import jakarta.enterprise.context.ApplicationScoped;

/// `/cowork help`.
@ApplicationScoped
class HelpCommand implements SubCommand {
    private final Settings settings;

    HelpCommand(Settings settings) {
        this.settings = settings;
    }

    @Override
    public String word() {
        return "help";
    }

    /// `help me with this customer` is a case.
    @Override
    public boolean isMeantBy(String rest) {
        return rest.isBlank();
    }

    @Override
    public Reply atOnce(Inbound.Commanded command, String rest) {
        var workspace = command.gesture().workspace();
        var channel = settings.tipsChannel(workspace);
        return new Reply.Whisper(Words.help(
                        settings.command(workspace),
                        channel.replaceFirst("^#", ""),
                        settings.contact(workspace).orElse(""))
                .render());
    }
}
