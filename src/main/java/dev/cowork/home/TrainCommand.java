package dev.cowork.home;

import dev.cowork.session.OpeningDoor;
import dev.cowork.session.SubCommand;
import dev.cowork.slack.Inbound;
import dev.cowork.slack.Reply;
import jakarta.enterprise.context.ApplicationScoped;

/// `/cowork train`: the training opening, in the channel.
@ApplicationScoped
class TrainCommand implements SubCommand {
    private final OpeningDoor door;

    TrainCommand(OpeningDoor door) {
        this.door = door;
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
                ? door.training(command.channel())
                : new Reply.Whisper("Sessions are started by people of this workspace.");
    }
}
