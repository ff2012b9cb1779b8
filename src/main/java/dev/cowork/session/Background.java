package dev.cowork.session;

import dev.cowork.partner.Brief;
import dev.cowork.slack.SlackText;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// What somebody who was not in the thread needs to know to decide: which ticket, the situation in the agent's words,
/// what is certain and what the customer says. Plain words, in which nothing is a mention or a link.
@ApplicationScoped
class Background {
    private static final int LONGEST = 1500;
    private static final int LONGEST_SITUATION = 600;
    private static final int MOST_FACTS = 3;
    private static final int LONGEST_FACT = 120;

    private final Situations situations;
    private final Facts facts;
    private final ShowingCase showing;

    Background(Situations situations, Facts facts, ShowingCase showing) {
        this.situations = situations;
        this.facts = facts;
        this.showing = showing;
    }

    String of(Session session) {
        var lines = new ArrayList<String>();
        lines.add(head(session));
        var told = told(session);
        if (!told.isEmpty()) {
            lines.add("“" + SlackText.cut(told, LONGEST_SITUATION) + "”");
        }
        var known = facts.of(session);
        known(lines, known, Standing.VERIFIED);
        known(lines, known, Standing.CUSTOMER_SAID);
        return SlackText.cut(String.join("\n", lines), LONGEST);
    }

    private String head(Session session) {
        var ticket = session.ticket();
        return showing.openingName(session)
                + (ticket.reference().isEmpty() ? "" : " · ticket " + SlackText.cut(ticket.reference(), 100))
                + (ticket.customer().isEmpty() ? "" : " · " + SlackText.cut(ticket.customer(), 100));
    }

    private String told(Session session) {
        var story = showing.story(session).strip();
        return story.isEmpty()
                ? situations.of(session).stream().map(Background::line).collect(Collectors.joining("\n"))
                : story;
    }

    private static String line(Brief.Field field) {
        return field.label() + ": " + field.text().strip();
    }

    /// The newest ones where there are many.
    private static void known(List<String> lines, List<Fact> facts, Standing standing) {
        var these = facts.stream().filter(fact -> fact.standing() == standing).toList();
        if (!these.isEmpty()) {
            lines.add(standing.shown() + ":");
            these.subList(Math.max(0, these.size() - MOST_FACTS), these.size())
                    .forEach(fact -> lines.add(
                            "• " + SlackText.cut(fact.statement().strip().replaceAll("\\s+", " "), LONGEST_FACT)));
        }
    }
}
