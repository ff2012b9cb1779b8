package dev.cowork.proposal;

import static com.slack.api.model.block.Blocks.input;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.block.element.BlockElements.datetimePicker;
import static com.slack.api.model.view.Views.view;
import static com.slack.api.model.view.Views.viewClose;
import static com.slack.api.model.view.Views.viewSubmit;
import static com.slack.api.model.view.Views.viewTitle;

import com.slack.api.model.view.View;
import dev.cowork.slack.Inbound;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/// Asks until when somebody is away, and reads the answer.
final class AwayModal {
    static final String UNTIL = "until";
    private static final Duration LONGEST = Duration.ofDays(100);

    private AwayModal() {}

    static View of(Instant now) {
        var proposed = now.plus(Duration.ofHours(5)).truncatedTo(ChronoUnit.HOURS);
        return view(modal -> modal.type("modal")
                .callbackId(Buttons.AWAY)
                .title(viewTitle(it -> it.type("plain_text").text("I'm away until…")))
                .submit(viewSubmit(it -> it.type("plain_text").text("Save")))
                .close(viewClose(it -> it.type("plain_text").text("Cancel")))
                .blocks(List.of(input(block -> block.blockId(UNTIL)
                        .label(plainText("Until"))
                        .hint(plainText("Till then nobody waits for you: what comes in names the others, and says that"
                                + " you are away. You can still decide."))
                        .element(datetimePicker(
                                it -> it.actionId(UNTIL).initialDateTime((int) proposed.getEpochSecond())))))));
    }

    static Optional<Instant> read(Inbound.Form form) {
        var seconds = form.value(UNTIL);
        return seconds.matches("\\d{1,12}")
                ? Optional.of(Instant.ofEpochSecond(Long.parseLong(seconds)))
                : Optional.empty();
    }

    /// What is wrong with it, to be said beside the field.
    static Optional<String> wrong(Inbound.Form form, Instant now) {
        var until = read(form);
        if (until.isEmpty()) {
            return Optional.of("Choose a day and a time.");
        }
        if (!until.get().isAfter(now)) {
            return Optional.of("That is over already. Choose a time to come.");
        }
        return until.get().isAfter(now.plus(LONGEST))
                ? Optional.of("That is more than %d days away. Ask an administrator to take you off the list instead."
                        .formatted(LONGEST.toDays()))
                : Optional.empty();
    }
}
