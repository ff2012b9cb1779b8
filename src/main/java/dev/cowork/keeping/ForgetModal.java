package dev.cowork.keeping;

import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.markdownText;
import static com.slack.api.model.view.Views.view;
import static com.slack.api.model.view.Views.viewClose;
import static com.slack.api.model.view.Views.viewSubmit;
import static com.slack.api.model.view.Views.viewTitle;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.view.View;
import dev.cowork.slack.SlackText;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What would be forgotten, before it is. [ForgetFormListener] hears it.
final class ForgetModal {
    static final String NAME = "keeping_forget";

    private ForgetModal() {}

    static View of(String reference, Map<String, Long> goes, int waiting) {
        return view(it -> it.type("modal")
                .callbackId(NAME)
                .privateMetadata(reference)
                .title(viewTitle(title -> title.type("plain_text").text("Forget")))
                .submit(viewSubmit(submit -> submit.type("plain_text").text("Delete for good")))
                .close(viewClose(close -> close.type("plain_text").text("Cancel")))
                .blocks(List.of(
                        text(
                                "*About " + FindingWhose.shown(reference) + " this is deleted, for good:*\n"
                                        + listed(goes)
                                        + "\n• the words of all requests and posts that are worked off, which go after a day anyhow"),
                        text(
                                "*This stays:* messages in Slack, which their authors and Slack's administrators delete; who"
                                        + " decided what, with their reason, in the record; anonymised precedents and tips; sums."
                                        + waiting(waiting)))));
    }

    static String listed(Map<String, Long> goes) {
        return goes.isEmpty()
                ? "• nothing"
                : goes.entrySet().stream()
                        .map(each -> "• " + each.getValue() + " × " + each.getKey())
                        .collect(Collectors.joining("\n"));
    }

    private static String waiting(int sessions) {
        return switch (sessions) {
            case 0 -> "";
            case 1 -> "\n:hourglass: One session more waits for a decision and stays until it is made.";
            default -> "\n:hourglass: " + sessions + " sessions more wait for a decision and stay until it is made.";
        };
    }

    private static LayoutBlock text(String markdown) {
        return section(it -> it.text(markdownText(SlackText.cut(markdown, 3000))));
    }
}
