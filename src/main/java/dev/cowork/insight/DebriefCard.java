package dev.cowork.insight;

import static com.slack.api.model.block.Blocks.actions;
import static com.slack.api.model.block.Blocks.context;
import static com.slack.api.model.block.Blocks.header;
import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.markdownText;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.block.element.BlockElements.asElements;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.ButtonElement;
import dev.cowork.partner.Author;
import dev.cowork.partner.PartnerUnavailableException.Cause;
import dev.cowork.slack.Message;
import dev.cowork.slack.SlackText;
import dev.cowork.workspace.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The look back in the session's thread: three short remarks, the time it took, and a tip to share.
@ApplicationScoped
class DebriefCard {
    static final String SHARE = "tip_share";
    static final String EDIT = "tip_edit";
    static final String TRY_AGAIN = "debrief_retry";
    static final String NOTE_GAP = "gap_note";
    /// Heard by the room that has the drills.
    private static final String MAKE_DRILL = "drill_make";

    /// Short by promise; a partner that writes more is cut.
    private static final int LONGEST_REMARK = 800;

    private final Settings settings;

    DebriefCard(Settings settings) {
        this.settings = settings;
    }

    /// @param gaps the questions nobody could answer in the session
    Message of(Debrief debrief, Optional<Tip> shared, List<String> gaps) {
        return switch (debrief.state()) {
            case WAITING ->
                Message.of("Looking back on this session…", List.of(small("_Looking back on this session…_")));
            case FAILED -> failed(debrief);
            case WRITTEN -> written(debrief, shared, gaps);
        };
    }

    private Message written(Debrief debrief, Optional<Tip> shared, List<String> gaps) {
        var blocks = new ArrayList<LayoutBlock>();
        blocks.add(header(it -> it.text(plainText("Debrief"))));
        blocks.add(small(EndingWords.of(debrief)));
        var links = debrief.links();
        blocks.add(remark("Done well", debrief.doneWell(), links.doneWell()));
        blocks.add(remark("Could be better", debrief.couldBeBetter(), links.couldBeBetter()));
        blocks.add(remark("Pattern to watch", debrief.pattern(), links.pattern()));
        blocks.add(small(writtenBy(debrief.author().orElseThrow())));
        if (!gaps.isEmpty()) {
            blocks.add(gaps(gaps));
        }
        if (shared.isPresent()) {
            blocks.addAll(tip(shared.get().words()));
            blocks.add(small("Shared in " + shownTipsChannel(debrief) + " by "
                    + shared.get().sharedBy().mention()));
            blocks.add(actions(it -> it.elements(
                    asElements(press(NOTE_GAP, "Note a gap", debrief), press(MAKE_DRILL, "Make a drill", debrief)))));
        } else {
            if (!debrief.tip().isBlank()) {
                blocks.addAll(tip(debrief.tip()));
            }
            blocks.add(presses(debrief));
        }
        return Message.of("Debrief: " + SlackText.cut(SlackText.escaped(debrief.doneWell()), 200), blocks);
    }

    private static Message failed(Debrief debrief) {
        var why = "The debrief could not be written: "
                + debrief.failure().map(DebriefCard::why).orElse("something went wrong on our side.")
                + " The session is closed all the same.";
        return Message.of(
                why,
                List.of(
                        section(it -> it.text(markdownText(why))),
                        actions(it -> it.elements(asElements(press(TRY_AGAIN, "Try again", debrief))))));
    }

    /// Why the partner had nothing to say, in words that tell what helps.
    private static String why(Cause cause) {
        return switch (cause) {
            case BUSY, OVERLOADED -> "Claude has too much to do at the moment.";
            case SPENT -> "this workspace has reached its spending limit for Claude. An admin can raise it.";
            case UNREACHABLE -> "Claude did not answer.";
            case CUT, EMPTY -> "Claude's answer broke off.";
            case REFUSED -> "Claude declined to look back on this session.";
            case MISCONFIGURED -> "Claude did not accept our key or request. An admin needs to check the settings.";
        };
    }

    /// To be copied into the ticket as it stands.
    private static LayoutBlock gaps(List<String> gaps) {
        var lines = gaps.stream()
                .limit(5)
                .map(question -> "Knowledge gap: " + SlackText.cut(question.replaceAll("\\s+", " "), 300))
                .collect(Collectors.joining("\n"));
        return section(it ->
                it.text(markdownText("*Noted as gaps*, for the ticket:\n```" + SlackText.escaped(lines) + "```")));
    }

    private static LayoutBlock presses(Debrief debrief) {
        var gap = press(NOTE_GAP, "Note a gap", debrief);
        var drill = press(MAKE_DRILL, "Make a drill", debrief);
        return actions(it -> it.elements(
                debrief.tip().isBlank()
                        ? asElements(gap, drill)
                        : asElements(
                                press(SHARE, "Share tip", debrief), press(EDIT, "Edit tip", debrief), gap, drill)));
    }

    private static LayoutBlock remark(String title, String words, String link) {
        var cut = SlackText.escaped(SlackText.cut(words.strip(), LONGEST_REMARK));
        var where = link.isEmpty() ? "" : " <" + link + "|See where>";
        return section(it -> it.text(markdownText("*" + title + "*\n" + SlackText.cut(cut, 2000) + where)));
    }

    /// As plain words: nothing in it comes alive.
    private static List<LayoutBlock> tip(String words) {
        return List.of(
                section(it -> it.text(markdownText("*Tip for the team*"))),
                section(it -> it.text(plainText(SlackText.cut(words, 3000)))));
    }

    private static LayoutBlock small(String words) {
        return context(it -> it.elements(List.of(markdownText(words))));
    }

    private static ButtonElement press(String action, String label, Debrief debrief) {
        return ButtonElement.builder()
                .actionId(action)
                .text(plainText(label))
                .value(debrief.key().toString())
                .style(action.equals(SHARE) ? "primary" : null)
                .build();
    }

    private String shownTipsChannel(Debrief debrief) {
        return TipCard.shown(settings.tipsChannel(debrief.key().in()));
    }

    private static String writtenBy(Author author) {
        return switch (author) {
            case CLAUDE -> "written by Claude";
            case PLAYBOOK -> "written by the playbook, not by Claude";
        };
    }
}
