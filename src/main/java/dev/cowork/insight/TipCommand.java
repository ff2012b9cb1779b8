package dev.cowork.insight;

import dev.cowork.session.SubCommand;
import dev.cowork.slack.Inbound;
import dev.cowork.slack.Reply;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/// `/cowork tip TEXT`: a tip by hand.
@ApplicationScoped
class TipCommand implements SubCommand {
    private final SharingTip sharing;

    TipCommand(SharingTip sharing) {
        this.sharing = sharing;
    }

    @Override
    public String word() {
        return "tip";
    }

    @Override
    public Reply atOnce(Inbound.Commanded command, String rest) {
        if (!command.gesture().isOfThisWorkspace()) {
            return new Reply.Whisper("Tips are shared by people of this workspace.");
        }
        var channel = sharing.channel(command.gesture().workspace());
        return new Reply.Open(TipModal.of(
                TipModal.SHARE, TipForm.Hidden.of(Optional.empty()), sharing.mended(Optional.empty(), rest), channel));
    }
}
