package dev.cowork.panel;

import static com.slack.api.model.block.Blocks.actions;
import static com.slack.api.model.block.Blocks.context;
import static com.slack.api.model.block.Blocks.divider;
import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.markdownText;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.block.element.BlockElements.button;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.BlockElement;
import dev.cowork.knowledge.KnowledgeCard;
import dev.cowork.knowledge.Passage;
import dev.cowork.partner.Specialist.Reason;
import dev.cowork.slack.Message;
import dev.cowork.slack.SlackText;
import dev.cowork.workspace.MemberId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// What each thinks, where they agree, where not, what is blocked, and what a person has to decide.
final class PanelCard {
    static final String CHOOSE = "panel_choose";
    static final String LIFT = "panel_lift";
    static final String ASK = "panel_ask_lift";
    private static final int LONGEST = 2_800;
    private static final int MOST_BLOCKS = 6;

    private PanelCard() {}

    /// The positions first, and in the last message what there is to decide.
    static List<Message> of(ShowingPanel.View it) {
        var positions = new ArrayList<LayoutBlock>();
        it.said().forEach(said -> positions.add(text(position(said, it))));
        it.missing()
                .forEach(entry -> positions.add(text(":warning: *" + nameOf(entry, it.panel()) + "* is missing: "
                        + PanelText.inline(entry.why(), 200) + ". The others stand.")));
        return List.of(
                Message.of("What the specialists think", positions),
                Message.of("The specialists: what to decide", deciding(it)));
    }

    private static String nameOf(SeatEntry entry, Panel panel) {
        return panel.seats().stream()
                .filter(seat -> seat.id().equals(entry.specialist()))
                .map(seat -> PanelText.inline(seat.name(), 40))
                .findFirst()
                .orElse(entry.specialist());
    }

    private static String position(Coordinator.Said said, ShowingPanel.View view) {
        var it = said.position();
        var lines = new ArrayList<String>();
        lines.add("*" + PanelText.inline(said.seat().name(), 40) + "* · confidence " + it.confidence() + " of 5");
        lines.add(PanelText.inline(it.recommendation(), 400));
        it.reasons().stream().limit(4).forEach(reason -> lines.add("• " + reason(reason, view)));
        part(lines, "Does not know", it.unknowns(), 3);
        part(lines, "Would change its mind", it.wouldChange(), 2);
        if (!it.causes().isEmpty()) {
            var many = it.causes().size();
            lines.add("_Added to the ledger: "
                    + (many == 1 ? "1 possible cause with its test_" : many + " possible causes, each with its test_"));
        }
        return fitting(lines);
    }

    private static String reason(Reason reason, ShowingPanel.View view) {
        var sources = reason.sources().stream()
                .limit(4)
                .map(source -> source(source, view))
                .filter(source -> !source.isEmpty())
                .collect(Collectors.joining("; "));
        return PanelText.inline(reason.text(), 300) + (sources.isEmpty() ? "" : " _(" + sources + ")_");
    }

    /// A passage by its heading, a fact by its words; what is neither says so.
    private static String source(String source, ShowingPanel.View view) {
        var name = source.replaceAll("[\\[\\]\\s]", "");
        if (view.statements().containsKey(name)) {
            return "fact: " + PanelText.inline(view.statements().get(name), 80);
        }
        return view.passages().stream()
                .filter(passage -> passage.ref().equals(name))
                .map(passage -> PanelText.inline(passage.shortHeading(), 60))
                .findFirst()
                .orElseGet(() -> ":warning: no passage or fact " + PanelText.inline(name, 30));
    }

    private static void part(List<String> lines, String label, List<String> all, int most) {
        if (!all.isEmpty()) {
            lines.add("_" + label + ":_ "
                    + all.stream()
                            .limit(most)
                            .map(it -> PanelText.inline(it, 180))
                            .collect(Collectors.joining(" · ")));
        }
    }

    private static List<LayoutBlock> deciding(ShowingPanel.View it) {
        var blocks = new ArrayList<LayoutBlock>();
        var compared = it.compared();
        if (!compared.agreed().isEmpty()) {
            blocks.add(text(fitting(lines(":handshake: *They agree*", compared.agreed()))));
        }
        if (!compared.disagreed().isEmpty() || !compared.contested().isEmpty()) {
            var lines = lines(":left_right_arrow: *They disagree*", compared.disagreed());
            compared.contested().forEach(contested -> lines.add(contested(contested, it)));
            blocks.add(text(fitting(lines)));
        }
        if (compared.agreed().isEmpty()
                && compared.disagreed().isEmpty()
                && compared.contested().isEmpty()) {
            blocks.add(text("No two of them speak about the same thing, so there is nothing to agree or disagree on."));
        }
        it.blocks().stream().limit(MOST_BLOCKS).forEach(block -> blocked(blocks, block, it));
        it.wasBlocked().stream()
                .limit(3)
                .forEach(words -> blocks.add(note(":warning: Not taken as a block, because no passage of our knowledge"
                        + " says so: " + PanelText.inline(words, 300))));
        blocks.addAll(KnowledgeCard.toRead(it.passages()));
        decide(blocks, it);
        blocks.add(note("Called by " + it.panel().calledBy().mention()
                + (it.panel().round() == 2 ? " · two rounds" : "")
                + " · Claude took each position alone; nobody averaged them"));
        return blocks;
    }

    private static List<String> lines(String title, List<Coordinator.Views> views) {
        var lines = new ArrayList<String>();
        lines.add(title);
        views.forEach(view -> lines.add("• " + view.about() + ": "
                + view.byView().entrySet().stream()
                        .map(it -> "*" + PanelText.inline(it.getKey(), 80) + "* ("
                                + PanelText.inline(String.join(", ", it.getValue()), 120) + ")")
                        .collect(Collectors.joining(" or "))));
        return lines;
    }

    private static String contested(Coordinator.Contested contested, ShowingPanel.View view) {
        return "• Whether “" + PanelText.inline(view.statements().getOrDefault(contested.fact(), contested.fact()), 150)
                + "”: "
                + contested.grounds().entrySet().stream()
                        .map(it -> PanelText.inline(it.getKey().name(), 40) + " says *"
                                + it.getValue().holds() + "*, "
                                + PanelText.inline(it.getValue().why(), 150))
                        .collect(Collectors.joining(" · "));
    }

    private static void blocked(List<LayoutBlock> blocks, Blocked block, ShowingPanel.View view) {
        var clause = view.passages().stream()
                .filter(passage -> passage.ref().equals(block.clause()))
                .map(Passage::shortHeading)
                .findFirst()
                .orElse(block.clause());
        var state = block.settledBy().map(MemberId::mention).orElse("");
        var head = switch (block.state()) {
            case STANDING -> ":no_entry: *Blocked:* ";
            case KEPT -> ":no_entry: *Blocked, and kept to by " + state + ":* ";
            case LIFTED -> ":unlock: *Block lifted by " + state + ":* ";
        };
        blocks.add(text(head + PanelText.inline(block.what(), 300) + "\n> “" + PanelText.inline(block.quote(), 500)
                + "” _(" + PanelText.inline(clause, 80) + ")_"
                + (block.reason().isEmpty() ? "" : "\nReason: " + PanelText.inline(block.reason(), 500))));
        if (block.isInForce() && isOpen(view.panel())) {
            blocks.add(actions(it -> it.elements(List.of(
                    button(lift -> lift.actionId(LIFT + ":" + block.id())
                            .text(plainText("Lift the block"))
                            .value(block.id().toString())),
                    button(ask -> ask.actionId(ASK + ":" + block.id())
                            .text(plainText("Ask for it to be lifted"))
                            .value(block.id().toString()))))));
        }
    }

    private static boolean isOpen(Panel panel) {
        return !panel.isClosed()
                && (panel.state() == Panel.State.DECIDING
                        || panel.state() == Panel.State.DRAFTING
                        || panel.state() == Panel.State.DONE);
    }

    private static void decide(List<LayoutBlock> blocks, ShowingPanel.View view) {
        var panel = view.panel();
        blocks.add(divider());
        switch (panel.state()) {
            case DECIDING -> {
                blocks.add(text("*You decide.* " + why(view)));
                var buttons = new ArrayList<BlockElement>();
                view.compared()
                        .choices()
                        .forEach(choice -> buttons.add(button(it -> it.actionId(CHOOSE + ":" + choice.id())
                                .text(plainText(SlackText.cut(choice.label(), 75)))
                                .value(panel.id().toString()))));
                blocks.add(actions(it -> it.elements(buttons)));
            }
            case DRAFTING -> blocks.add(text(chosen(view) + "The answer is being written under all of it."));
            case STOPPED ->
                blocks.add(text(chosen(view) + "Stopped"
                        + panel.stoppedBy().map(by -> " by " + by.mention()).orElse("") + "."));
            case RUNNING, DONE, FAILED -> {
                var words = chosen(view);
                blocks.add(text(words.isEmpty() ? "Nothing had to be decided." : words));
            }
        }
    }

    private static String why(ShowingPanel.View view) {
        var blocked = view.compared().blockedSeats();
        return blocked.isEmpty()
                ? "The draft follows from what you choose."
                : "What " + PanelText.inline(PanelText.names(blocked), 100)
                        + " recommends cannot be chosen while the block stands.";
    }

    private static String chosen(ShowingPanel.View view) {
        var panel = view.panel();
        return panel.choice()
                .map(choice -> "*" + PanelText.inline(label(choice, view), 100) + "*, decided by "
                        + panel.chosenBy().map(MemberId::mention).orElse("") + ". ")
                .orElse("");
    }

    private static String label(String choice, ShowingPanel.View view) {
        return switch (choice) {
            case Coordinator.KEEP -> "Keep to the policy";
            case Coordinator.FIND_OUT -> "Find out first";
            default -> Coordinator.goingWith(view.said(), choice);
        };
    }

    /// As many lines as one section takes.
    private static String fitting(List<String> lines) {
        var text = new StringBuilder();
        for (var line : lines) {
            if (text.length() + line.length() > LONGEST) {
                return text.append("_and more_").toString();
            }
            text.append(line).append('\n');
        }
        return text.toString().stripTrailing();
    }

    private static LayoutBlock text(String mrkdwn) {
        return section(it -> it.text(markdownText(mrkdwn)));
    }

    private static LayoutBlock note(String mrkdwn) {
        return context(it -> it.elements(List.of(markdownText(mrkdwn))));
    }
}
