package dev.cowork.session;

import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.block.element.BlockElements.button;

import com.slack.api.model.block.element.ButtonElement;
import dev.cowork.slack.Message;
import dev.cowork.slack.SlackText;
import dev.cowork.workspace.MemberId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Words for the customer, ready to be copied, and what can be done with them.
final class DraftCard {
    static final String ACTION = "draft";
    private static final int MOST_WARNINGS = 4;

    private DraftCard() {}

    /// The buttons, or how it ended, stand in the last message.
    static List<Message> of(Draft draft, boolean isFirst, DraftReading reading) {
        var card = new PagedCard(draft.words()).title("*Draft* · Version " + draft.version() + channel(draft, reading));
        if (!draft.change().isBlank()) {
            card.labelled("What changed:", draft.change());
        }
        card.quote(draft.words());
        switch (draft.state()) {
            case CURRENT -> {
                warnings(card, reading);
                card.buttons(buttons(draft, isFirst, reading)).buttons(tones(draft));
            }
            case REPLACED -> card.note("A newer version stands below.");
            case TAKEN_BACK -> card.note("Taken back.");
            case USED ->
                card.note("Used by " + draft.usedBy().map(MemberId::mention).orElse("") + CardText.at(draft.usedAt()));
        }
        return card.pages();
    }

    private static String channel(Draft draft, DraftReading reading) {
        var channel = switch (draft.channel()) {
            case "email" -> " · for e-mail";
            case "chat" -> " · for chat";
            case "phone" -> " · for the phone";
            default -> "";
        };
        return channel
                + reading.tongue()
                        .written()
                        .filter(language -> !language.code().equals("en"))
                        .map(language -> " · in " + language.name())
                        .orElse("")
                + draft.writtenBy()
                        .map(writer -> " · edited by " + writer.mention())
                        .orElse("");
    }

    /// What to look at before it goes out.
    private static void warnings(PagedCard card, DraftReading reading) {
        reading.loaded().stream().limit(MOST_WARNINGS).map(DraftCard::warning).forEach(card::note);
        reading.assumptions().stream()
                .limit(MOST_WARNINGS)
                .map(sentence ->
                        ":warning: States as a fact what is only assumed: “" + CardText.inline(sentence, 150) + "”")
                .forEach(card::note);
        var tongue = reading.tongue();
        tongue.missed()
                .ifPresent(wanted -> card.note(":warning: Written in "
                        + tongue.written().orElseThrow().name() + ", and the customer is written to in "
                        + wanted.name() + "."));
        tongue.unread()
                .ifPresent(
                        language -> card.note(":warning: Read it yourself for promises and admissions: I find them in"
                                + " English, German, French and Spanish, and amounts in any language. In "
                                + language.name()
                                + " I rely on what the partner says it promises."));
        reading.hints().stream().limit(MOST_WARNINGS).forEach(card::note);
    }

    private static String warning(LoadedWords.Loaded loaded) {
        return loaded.instead().isEmpty()
                ? ":warning: “" + CardText.inline(loaded.words(), 60)
                        + "” is among the words that the company does not use."
                : ":warning: “" + CardText.inline(loaded.words(), 60) + "” " + loaded.why() + ". Put instead: “"
                        + CardText.inline(loaded.instead(), 100) + "”";
    }

    private static List<ButtonElement> buttons(Draft draft, boolean isFirst, DraftReading reading) {
        var all = new ArrayList<ButtonElement>();
        all.add(button(it -> it.actionId(ACTION + ":use")
                .text(plainText("Use this"))
                .style("primary")
                .value(draft.id().toString())));
        all.add(press(draft, "edit", "Edit by hand"));
        if (reading.loaded().stream().anyMatch(loaded -> !loaded.instead().isEmpty())) {
            all.add(press(draft, "soften", "Put it that way"));
        }
        reading.tongue().missed().ifPresent(wanted -> all.add(press(draft, "language", inLanguage(wanted))));
        if (!isFirst) {
            all.add(press(draft, "back", "Take back"));
        }
        return all;
    }

    private static String inLanguage(Language wanted) {
        return SlackText.cut("In " + wanted.name(), 75);
    }

    private static List<ButtonElement> tones(Draft draft) {
        return Tone.all().stream()
                .map(tone -> press(draft, tone.name().toLowerCase(Locale.ROOT), tone.label()))
                .toList();
    }

    private static ButtonElement press(Draft draft, String what, String label) {
        return button(it -> it.actionId(ACTION + ":" + what)
                .text(plainText(label))
                .value(draft.id().toString()));
    }
}
