package dev.cowork.home;

import static com.slack.api.model.block.Blocks.actions;
import static com.slack.api.model.block.Blocks.context;
import static com.slack.api.model.block.Blocks.divider;
import static com.slack.api.model.block.Blocks.header;
import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.markdownText;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.block.element.BlockElements.asElements;
import static com.slack.api.model.block.element.BlockElements.button;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.ButtonElement;
import com.slack.api.model.view.View;
import com.slack.api.model.view.Views;
import dev.cowork.audit.AuditModal;
import dev.cowork.insight.GapsCard;
import dev.cowork.knowledge.KnowledgeCard;
import dev.cowork.proposal.DeskCard;
import dev.cowork.proposal.ProposalBook;
import dev.cowork.proposal.authority.AdminCard;
import dev.cowork.proposal.precedent.Recurring;
import dev.cowork.session.SessionBook;
import dev.cowork.session.spend.SpendCard;
import dev.cowork.slack.SlackText;
import dev.cowork.slack.ThreadRef;
import dev.cowork.training.PracticeCard;
import dev.cowork.workspace.WorkspaceId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/// App Home: what waits for the person, what they have open, and how to begin.
///
/// @param name what the bot is called here
record HomePage(WorkspaceId workspace, Deeds.Seen seen, String command, String name) {
    static final String NAME = "Cowork";
    static final String START = "home_start";
    /// Each takes two of the hundred blocks a page may have.
    static final int MOST_PROPOSALS = 7;

    private static final int MOST_SHOWN = 5;
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM", Locale.US).withZone(ZoneOffset.UTC);

    View view() {
        var blocks = new ArrayList<LayoutBlock>();
        beginning(blocks);
        deciding(blocks);
        own(blocks);
        administration(blocks);
        blocks.addAll(GapsCard.of(seen.gaps()));
        firstSteps(blocks, FirstSteps.of(seen, command));
        blocks.addAll(PracticeCard.own(seen.practised()));
        seen.team().map(PracticeCard::team).ifPresent(blocks::addAll);
        recurring(blocks);
        if (seen.isDecider()) {
            blocks.addAll(WeekCard.wanting(seen.isDigestWanted()));
            blocks.add(divider());
            blocks.add(text("*Record of decisions*\nEvery decision and every refused attempt is kept."));
            blocks.add(actions(it -> it.elements(asElements(AuditModal.press()))));
        }
        blocks.add(
                context(it -> it.elements(List.of(markdownText("`" + command + " help` says what else there is.")))));
        return Views.view(it -> it.type("home").blocks(blocks));
    }

    private void beginning(List<LayoutBlock> blocks) {
        blocks.add(header(it -> it.text(plainText(name))));
        if (seen.sessions().isEmpty()) {
            blocks.add(text(Words.welcome(command).render()));
        }
        blocks.add(actions(it -> it.elements(asElements(button(press ->
                press.actionId(START).text(plainText("Start a session")).style("primary"))))));
        firstSteps(blocks, FirstSteps.ofAdmin(seen));
    }

    private void deciding(List<LayoutBlock> blocks) {
        if (seen.isDecider()) {
            var proposals = seen.proposals();
            proposals(
                    blocks,
                    "Waits for you",
                    "Nothing waits for your decision.",
                    proposals.toDecide(),
                    DeskCard::toDecide);
            more(blocks, proposals.toDecideInAll() - proposals.toDecide().size());
            blocks.addAll(DeskCard.settings(proposals));
        }
    }

    private void own(List<LayoutBlock> blocks) {
        var proposals = seen.proposals();
        if (!seen.sessions().isEmpty()) {
            list(blocks, "Your open sessions", "You have no session open.", seen.open(), this::session);
        }
        if (!proposals.pending().isEmpty()) {
            proposals(blocks, "Your proposals that wait", "", proposals.pending(), DeskCard::toSee);
            more(blocks, proposals.pendingInAll() - proposals.pending().size());
        }
        if (!proposals.settled().isEmpty()) {
            proposals(blocks, "Settled lately", "", proposals.settled(), DeskCard::toSee);
        }
        blocks.addAll(OwnFiguresPage.of(seen.figures()));
    }

    private void administration(List<LayoutBlock> blocks) {
        seen.administers().map(AdminCard::of).ifPresent(blocks::addAll);
        if (!seen.notGranted().isEmpty()) {
            blocks.add(text("*Not granted in Slack*\nCowork asks for more since it was installed here. Without it this"
                    + " does not work:\n• " + String.join("\n• ", seen.notGranted())
                    + "\nInstall it once more, as you did the first time: nothing is lost."));
        }
        seen.knowledge().map(KnowledgeCard::of).ifPresent(blocks::addAll);
        seen.spend().map(SpendCard::of).ifPresent(blocks::addAll);
    }

    /// What is granted again and again as an exception.
    private void recurring(List<LayoutBlock> blocks) {
        if (!seen.recurring().isEmpty()) {
            blocks.add(divider());
            blocks.add(text("*Should this become policy?*\nGranted again and again, one by one: a rule would save"
                    + " everybody the wait."));
            seen.recurring().stream()
                    .map(it -> "*%s*, granted %d times lately, %s: “%s”"
                            .formatted(it.shownKind(), it.times(), range(it), brief(it.about())))
                    .map(HomePage::text)
                    .forEach(blocks::add);
        }
    }

    private static String range(Recurring it) {
        return it.least().equals(it.most())
                ? it.most().shown()
                : it.least().shown() + " to " + it.most().shown();
    }

    private static <T> void list(
            List<LayoutBlock> blocks, String title, String none, List<T> all, Function<T, String> line) {
        blocks.add(divider());
        blocks.add(text("*" + title + "*" + (all.isEmpty() ? "\n" + none : "")));
        all.stream().limit(MOST_SHOWN).map(line).map(HomePage::text).forEach(blocks::add);
        more(blocks, all.size() - MOST_SHOWN);
    }

    private void proposals(
            List<LayoutBlock> blocks,
            String title,
            String none,
            List<ProposalBook.Entry> all,
            BiFunction<WorkspaceId, ProposalBook.Entry, List<LayoutBlock>> lines) {
        blocks.add(divider());
        blocks.add(text("*" + title + "*" + (all.isEmpty() ? "\n" + none : "")));
        all.stream().limit(MOST_PROPOSALS).forEach(entry -> blocks.addAll(lines.apply(workspace, entry)));
    }

    private static void more(List<LayoutBlock> blocks, long number) {
        if (number > 0) {
            blocks.add(context(it -> it.elements(List.of(markdownText("and " + number + " more")))));
        }
    }

    private static void firstSteps(List<LayoutBlock> blocks, FirstSteps first) {
        if (first.isComplete()) {
            return;
        }
        blocks.add(divider());
        blocks.add(text(first.steps().stream()
                .map(step -> (step.isDone() ? ":white_check_mark: " : ":white_large_square: ") + step.what())
                .collect(Collectors.joining("\n", "*" + first.title() + "*\n", ""))));
        first.next().ifPresent(way -> blocks.add(actions(it -> it.elements(List.of(leadingTo(way))))));
    }

    private static ButtonElement leadingTo(FirstSteps.Way way) {
        return switch (way) {
            case ROLES -> AdminCard.roles();
            case SETTINGS -> AdminCard.settings();
            case MATRIX -> AdminCard.matrix();
            case KNOWLEDGE -> KnowledgeCard.add();
            case TEST_SESSION ->
                button(press -> press.actionId(START)
                        .text(plainText("Start a test session"))
                        .value(StartPress.MADE_UP));
        };
    }

    private String session(SessionBook.Entry entry) {
        var ticket = entry.ticket().isBlank() ? "" : " · " + brief(entry.ticket());
        var state = entry.isPaused() ? " · paused" : "";
        var where = entry.thread().map(thread -> "\n" + link(thread)).orElse("\nIts thread is being opened.");
        return "*" + brief(entry.name()) + "*" + ticket + state + " · since " + day(entry.openedAt()) + where;
    }

    private String link(ThreadRef thread) {
        return "<https://app.slack.com/client/" + workspace + "/" + thread.channel() + "/thread/" + thread.channel()
                + "-" + thread.ts() + "|Open the thread>";
    }

    private static String day(Instant at) {
        return "<!date^" + at.getEpochSecond() + "^{date_short_pretty}|" + DAY.format(at) + ">";
    }

    private static String brief(String words) {
        return SlackText.escaped(SlackText.cut(words.strip(), 300));
    }

    private static LayoutBlock text(String markdown) {
        return section(it -> it.text(markdownText(SlackText.cut(markdown, 3000))));
    }
}
