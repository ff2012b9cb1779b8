package dev.cowork.session;

import static com.slack.api.model.block.Blocks.actions;
import static com.slack.api.model.block.Blocks.context;
import static com.slack.api.model.block.Blocks.divider;
import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.markdownText;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.block.element.BlockElements.button;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.TextObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ButtonElement;
import dev.cowork.partner.Brief;
import dev.cowork.slack.Message;
import dev.cowork.slack.SlackText;
import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.Money;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The card a session stands under: what it is about, what is known, and what can be done with it.
final class CaseCard {
    static final String ACTION = "case";
    private static final int MOST_FACTS = 4;
    private static final int LONGEST_FACT = 160;
    private static final int LONGEST_SECTION = 2_900;
    private static final int LONGEST_FIELD = 600;

    private CaseCard() {}

    /// All the card shows.
    ///
    /// @param story what the agent wrote where they filled in no form
    record Case(
            Session session,
            String opening,
            String story,
            List<Brief.Field> situation,
            List<Fact> facts,
            Set<MemberId> members) {}

    static Message of(Case it) {
        var blocks = new ArrayList<LayoutBlock>();
        blocks.add(section(block ->
                block.text(markdownText("*" + CardText.inline(it.opening(), 100) + "* · " + state(it.session())))));
        blocks.add(section(block -> block.fields(about(it))));
        handled(it.session())
                .forEach(line -> blocks.add(context(block -> block.elements(List.of(markdownText(line))))));
        if (!it.story().isBlank()) {
            blocks.add(section(block -> block.text(markdownText(CardText.quoted(it.story(), LONGEST_FIELD)))));
        }
        it.situation().stream().limit(10).forEach(field -> blocks.add(situation(field)));
        known(it.facts()).ifPresent(text -> {
            blocks.add(divider());
            blocks.add(section(block -> block.text(markdownText(text))));
        });
        blocks.add(it.session().isClosed() ? closed(it.session()) : buttons(it.session()));
        return Message.of(plainly(it), blocks);
    }

    /// What stands in notifications, where no mention is shown as a name: `Cowork session · Difficult customer · Ticket
    /// 4711 · Open`.
    private static String plainly(Case it) {
        var ticket = it.session().ticket().reference().strip();
        return Stream.of(
                        ShowingCase.UNNAMED,
                        it.opening(),
                        ticket.isEmpty() ? "" : "Ticket " + SlackText.cut(ticket, 100),
                        state(it.session()))
                .filter(part -> !part.isEmpty())
                .distinct()
                .collect(Collectors.joining(" · "));
    }

    /// Says why the case is worked out in direct messages and not where it was wanted.
    static Message whyHere(String channel) {
        var words = "I could not post in " + (channel.startsWith("D") ? "that conversation" : "<#" + channel + ">")
                + ": I am not a member there. We can work it out here, in the thread of the card below. To have the next"
                + " one in the channel, type `/invite @Cowork` there.";
        return Message.of(words, List.of(section(block -> block.text(markdownText(words)))));
    }

    private static String state(Session session) {
        return switch (session.state()) {
            case OPEN -> session.isQuick() ? "Open · quick draft" : "Open";
            case PAUSED -> "Paused: nobody is answered until it is resumed";
            case CLOSED -> "Closed · " + CardText.inline(Outcome.shown(session.outcome()), 40);
        };
    }

    private static List<TextObject> about(Case it) {
        var fields = new ArrayList<TextObject>();
        fields.add(markdownText("*Owner*\n" + it.session().owner().mention()));
        var others = it.members().stream()
                .filter(member -> !member.equals(it.session().owner()))
                .map(MemberId::mention)
                .sorted()
                .limit(20)
                .collect(Collectors.joining(" "));
        var ticket = it.session().ticket();
        field(fields, "With", others);
        field(fields, "Ticket", CardText.inline(ticket.reference(), 200));
        field(fields, "Customer", CardText.inline(ticket.customer(), 200));
        field(
                fields,
                "Customer's language",
                it.session()
                        .handling()
                        .customerLanguage()
                        .filter(language -> !language.code().equals("en"))
                        .map(Language::name)
                        .orElse(""));
        field(fields, "At stake", ticket.amount().map(Money::shown).orElse(""));
        field(fields, "Own limit", ticket.ownLimit().map(Money::shown).orElse(""));
        return fields;
    }

    /// Why it is worked the way it is.
    private static List<String> handled(Session session) {
        var lines = new ArrayList<String>();
        if (session.handling().isTriaged()) {
            lines.add(TriageCard.line(session));
        }
        session.handling()
                .repeat()
                .ifPresent(_ -> lines.add(":repeat: Second failure: a plan and a choice before the apology"));
        return lines;
    }

    private static void field(List<TextObject> fields, String label, String words) {
        if (!words.isEmpty()) {
            fields.add(markdownText("*" + label + "*\n" + words));
        }
    }

    private static LayoutBlock situation(Brief.Field field) {
        return section(block -> block.text(markdownText(
                "*" + CardText.inline(field.label(), 100) + "*\n" + CardText.quoted(field.text(), LONGEST_FIELD))));
    }

    /// A few lines of facts by standing, the newest ones where there are many.
    private static Optional<String> known(List<Fact> facts) {
        var lines = new ArrayList<String>();
        for (var standing : Standing.values()) {
            var these = facts.stream()
                    .filter(fact ->
                            fact.standing() == standing && fact.likelihood().isEmpty())
                    .toList();
            if (these.isEmpty()) {
                continue;
            }
            lines.add("*" + standing.shown() + "*");
            these.subList(Math.max(0, these.size() - MOST_FACTS), these.size())
                    .forEach(fact -> lines.add("• " + CardText.inline(fact.statement(), LONGEST_FACT)));
            if (these.size() > MOST_FACTS) {
                lines.add("_and " + (these.size() - MOST_FACTS) + " more_");
            }
        }
        lines.addAll(causes(facts));
        return lines.isEmpty() ? Optional.empty() : Optional.of(fitting(lines));
    }

    private static List<String> causes(List<Fact> facts) {
        var causes = facts.stream()
                .filter(fact -> fact.likelihood().isPresent())
                .sorted(Comparator.comparing(fact -> fact.likelihood().orElseThrow()))
                .limit(MOST_FACTS)
                .toList();
        var lines = new ArrayList<String>();
        if (!causes.isEmpty()) {
            lines.add("*Possible causes, likeliest first*");
        }
        for (var number = 1; number <= causes.size(); number++) {
            var cause = causes.get(number - 1);
            var probe = cause.probe().isBlank() ? "" : " · check: " + CardText.inline(cause.probe(), LONGEST_FACT);
            lines.add(number + ". " + CardText.inline(cause.statement(), LONGEST_FACT) + probe);
        }
        return lines;
    }

    /// As many lines as one section takes.
    private static String fitting(List<String> lines) {
        var text = new StringBuilder();
        for (var line : lines) {
            if (text.length() + line.length() > LONGEST_SECTION) {
                return text.append("_and more_").toString();
            }
            text.append(line).append('\n');
        }
        return text.toString().stripTrailing();
    }

    private static LayoutBlock buttons(Session session) {
        var id = session.id().toString();
        var all = new ArrayList<BlockElement>();
        all.add(press("close", "Close session", id));
        all.add(session.state() == Session.State.PAUSED ? press("resume", "Resume", id) : press("pause", "Pause", id));
        all.add(press("compensate", "Propose compensation", id));
        all.add(press("escalate", "Escalate", id));
        all.add(press("facts", "Correct facts", id));
        all.add(CalledCard.press(session));
        all.add(press("join", "Join", id));
        all.add(press("handover", "Hand over", id));
        if (session.isQuick()) {
            all.add(press("together", "Work on it together", id));
        }
        return actions(block -> block.elements(all));
    }

    private static ButtonElement press(String what, String label, String session) {
        return button(
                it -> it.actionId(ACTION + ":" + what).text(plainText(label)).value(session));
    }

    private static LayoutBlock closed(Session session) {
        var by = session.closedBy().map(MemberId::mention).orElse("");
        return context(
                block -> block.elements(List.of(markdownText("Closed by " + by + CardText.at(session.closedAt())))));
    }
}
