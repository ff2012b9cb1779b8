package dev.cowork.session;

import dev.cowork.slack.Inbound;
import dev.cowork.slack.Reply;
import dev.cowork.workspace.Settings;
import jakarta.enterprise.context.ApplicationScoped;

/// `quick TEXT`: a draft at once, and a button to work on it together after all.
@ApplicationScoped
class QuickCommand implements SubCommand {
    private final OpeningSession opening;
    private final Settings settings;

    QuickCommand(OpeningSession opening, Settings settings) {
        this.opening = opening;
        this.settings = settings;
    }

    @Override
    public String word() {
        return "quick";
    }

    @Override
    public Reply atOnce(Inbound.Commanded commanded, String rest) {
        return rest.isBlank()
                ? new Reply.Whisper("Write what it is about after it: `"
                        + settings.command(commanded.gesture().workspace())
                        + " quick The customer asks how to reset the device`")
                : Reply.later();
    }

    @Override
    public void hear(Inbound.Commanded commanded, String rest) {
        var gesture = commanded.gesture();
        var place = NewSession.Place.channel(commanded.channel());
        opening.open(NewSession.fromText(gesture.workspace(), gesture.member(), place, rest)
                .asQuick());
    }
}
