package dev.cowork.audit;

import static com.slack.api.model.block.Blocks.context;
import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.markdownText;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.block.element.BlockElements.button;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.ButtonElement;
import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewClose;
import com.slack.api.model.view.ViewSubmit;
import com.slack.api.model.view.ViewTitle;
import com.slack.api.model.view.Views;
import dev.cowork.slack.SlackText;
import java.util.List;

/// Whether the audit is as it was written, for the person who asks.
public final class AuditModal {
    static final String VERIFY = "audit_verify";

    private AuditModal() {}

    /// For App Home, where the person may decide something.
    public static ButtonElement press() {
        return button(it -> it.actionId(VERIFY).text(plainText("Verify the audit")));
    }

    static View answer(Finding finding) {
        return Views.view(it -> it.type("modal")
                .title(title())
                .close(ViewClose.builder().type("plain_text").text("Close").build())
                .blocks(blocks(finding)));
    }

    /// A long chain takes longer than Slack waits for a modal.
    static View askToWait(long entries) {
        return Views.view(it -> it.type("modal")
                .callbackId(VERIFY)
                .title(title())
                .submit(ViewSubmit.builder().type("plain_text").text("Verify").build())
                .close(ViewClose.builder().type("plain_text").text("Not now").build())
                .blocks(List.of(
                        text("The record has %,d entries: checking all of them takes a while. Press *Verify*, and"
                                        .formatted(entries)
                                + " the answer comes to you as a direct message."))));
    }

    static List<LayoutBlock> blocks(Finding finding) {
        return List.of(
                text(words(finding)),
                context(List.of(markdownText(
                        "Each entry carries the hash of the one before. Once a day the last hash is posted in the"
                                + " approvals channel, and is compared here. Administrators of the database verify it with"
                                + " `make verify-audit`."))));
    }

    static String words(Finding finding) {
        return switch (finding) {
            case Finding.Intact it
            when it.entries() == 0 -> "Nothing has been decided yet: the record of decisions is empty.";
            case Finding.Intact it ->
                ":white_check_mark: *The record of decisions is as it was written.*\n%s; %s. The last one is `%d:%s`."
                        .formatted(
                                it.entries() == 1 ? "1 entry" : "%,d entries".formatted(it.entries()),
                                it.anchors() == 1
                                        ? "1 daily anchor agrees"
                                        : "%,d daily anchors agree".formatted(it.anchors()),
                                it.entries(),
                                it.head());
            case Finding.Broken(long seq, String why) ->
                ":rotating_light: *The record of decisions was changed.*\nThe first entry that is wrong is %d: %s.\nTell your administrators, and keep the database as it is."
                        .formatted(seq, SlackText.escaped(why));
        };
    }

    private static ViewTitle title() {
        return ViewTitle.builder().type("plain_text").text("The audit").build();
    }

    private static LayoutBlock text(String markdown) {
        return section(it -> it.text(markdownText(SlackText.cut(markdown, 3000))));
    }
}
