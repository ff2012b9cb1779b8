package dev.cowork.training;

import dev.cowork.session.SubCommand;
import dev.cowork.slack.Inbound;
import dev.cowork.slack.Reply;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/// `/cowork train`: choose a drill.
@ApplicationScoped
class TrainCommand implements SubCommand {
    private final ChoosingDrill choosing;

    TrainCommand(ChoosingDrill choosing) {
        this.choosing = choosing;
    }

    @Override
    public String word() {
        return "train";
    }

    @Override
    public boolean isMeantBy(String rest) {
        return rest.isBlank();
    }

    @Override
    public Reply atOnce(Inbound.Commanded command, String rest) {
        return command.gesture().isOfThisWorkspace()
                ? choosing.form(command.gesture().workspace(), Optional.empty())
                : new Reply.Whisper("Drills are for people of this workspace.");
    }
}
