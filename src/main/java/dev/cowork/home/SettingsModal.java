package dev.cowork.home;

import static com.slack.api.model.block.Blocks.input;
import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.markdownText;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.block.element.BlockElements.plainTextInput;
import static com.slack.api.model.view.Views.view;
import static com.slack.api.model.view.Views.viewClose;
import static com.slack.api.model.view.Views.viewSubmit;
import static com.slack.api.model.view.Views.viewTitle;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.view.View;
import dev.cowork.slack.Inbound;
import dev.cowork.slack.SlackText;
import dev.cowork.workspace.setting.SavingSettings;
import dev.cowork.workspace.setting.Setting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What the workspace sets for itself, each with its effect, and who changed what lately. [SettingsFormListener] hears
/// it.
final class SettingsModal {
    static final String NAME = "home_settings_form";
    static final int MOST_CHANGES = 8;

    private SettingsModal() {}

    static View of(Map<Setting, String> now, int version, List<SavingSettings.Change> lately) {
        var blocks = new ArrayList<LayoutBlock>();
        blocks.add(
                text("What is left empty is as whoever runs Cowork has set it. What you save holds from that moment."));
        for (var setting : Setting.values()) {
            blocks.add(input(block -> block.blockId(setting.id())
                    .optional(true)
                    .label(plainText(setting.label()))
                    .hint(plainText(setting.effect()))
                    .element(plainTextInput(field -> {
                        field.actionId(setting.id()).maxLength(150);
                        var value = now.getOrDefault(setting, "");
                        return value.isEmpty() ? field : field.initialValue(value);
                    }))));
        }
        blocks.add(
                text("*Elsewhere:* who may grant what and who is called, under `Authority matrix`, `Roles` and `Who is"
                        + " called`; voice, policies and forbidden words, under `Company knowledge`."));
        if (!lately.isEmpty()) {
            blocks.add(text("*Changed lately*\n"
                    + lately.stream().map(SettingsModal::told).collect(Collectors.joining("\n"))));
        }
        return view(it -> it.type("modal")
                .callbackId(NAME)
                .privateMetadata(Integer.toString(version))
                .title(viewTitle(title -> title.type("plain_text").text("Settings")))
                .submit(viewSubmit(submit -> submit.type("plain_text").text("Save")))
                .close(viewClose(close -> close.type("plain_text").text("Cancel")))
                .blocks(blocks));
    }

    static Map<Setting, String> read(Inbound.Form form) {
        var values = new EnumMap<Setting, String>(Setting.class);
        for (var setting : Setting.values()) {
            values.put(setting, form.value(setting.id()));
        }
        return values;
    }

    private static String told(SavingSettings.Change change) {
        return "Version " + change.version() + ", " + at(change.at()) + ", "
                + change.by().mention() + ": " + change.setting().label() + ", " + shown(change.before()) + " → "
                + shown(change.after());
    }

    private static String shown(String value) {
        return value.isEmpty() ? "not set" : "“" + SlackText.escaped(SlackText.cut(value, 150)) + "”";
    }

    private static String at(Instant at) {
        return "<!date^" + at.getEpochSecond() + "^{date_short_pretty} at {time}|" + at + ">";
    }

    private static LayoutBlock text(String markdown) {
        return section(it -> it.text(markdownText(SlackText.cut(markdown, 3000))));
    }
}
