package dev.cowork.session;

import dev.cowork.slack.Address;
import dev.cowork.slack.Inbound;
import dev.cowork.slack.Listener;
import dev.cowork.slack.Reply;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The slash command: alone it opens the form, with a word of its own it does what that says, and any other text begins
/// a session.
@ApplicationScoped
@Transactional
class CommandListener implements Listener<Inbound.Commanded> {
    private final List<SubCommand> subCommands;
    private final OpeningModal modal;
    private final OpeningSession opening;

    CommandListener(@All List<SubCommand> subCommands, OpeningModal modal, OpeningSession opening) {
        this.subCommands = subCommands;
        this.modal = modal;
        this.opening = opening;
    }

    /// A sub-command as somebody typed it.
    private record Typed(SubCommand command, String rest) {}

    @Override
    public Address address() {
        return Address.command();
    }

    @Override
    public Class<Inbound.Commanded> hears() {
        return Inbound.Commanded.class;
    }

    @Override
    public Reply atOnce(Inbound.Commanded commanded) {
        if (commanded.text().isBlank()) {
            return new Reply.Open(modal.empty(NewSession.Place.channel(commanded.channel())));
        }
        return typed(commanded.text())
                .map(typed -> typed.command().atOnce(commanded, typed.rest()))
                .orElse(Reply.later());
    }

    @Override
    public void hear(Inbound.Commanded commanded) {
        typed(commanded.text())
                .ifPresentOrElse(typed -> typed.command().hear(commanded, typed.rest()), () -> open(commanded));
    }

    private void open(Inbound.Commanded commanded) {
        opening.open(NewSession.fromText(
                commanded.gesture().workspace(),
                commanded.gesture().member(),
                NewSession.Place.channel(commanded.channel()),
                commanded.text()));
    }

    private Optional<Typed> typed(String text) {
        var words = text.strip().split("\\s+", 2);
        var rest = words.length == 2 ? words[1] : "";
        return subCommands.stream()
                .filter(command -> command.word().equals(words[0].toLowerCase(Locale.ROOT)))
                .filter(command -> command.isMeantBy(rest))
                .findFirst()
                .map(command -> new Typed(command, rest));
    }
}
