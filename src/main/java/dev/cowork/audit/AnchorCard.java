package dev.cowork.audit;

import static com.slack.api.model.block.Blocks.context;
import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.markdownText;

import dev.cowork.slack.Message;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/// The end of the audit's chain on a day, posted where no owner of the database can change it.
final class AnchorCard {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.US);

    private AnchorCard() {}

    static Message of(AuditAnchor anchor) {
        var title = "Audit anchor of " + DAY.format(anchor.day());
        var said = anchor.said();
        return Message.of(
                title + ": entry " + said.seq(),
                List.of(
                        section(it -> it.text(markdownText(":anchor: *" + title + "*\n" + "`" + said.shown() + "`"))),
                        context(List.of(markdownText("The record of decisions ended with entry " + said.seq()
                                + ". Leave this message: it shows later whether the record was changed since.")))));
    }
}
