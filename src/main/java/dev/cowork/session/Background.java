package dev.cowork.session;

import dev.cowork.partner.Brief;
import dev.cowork.proposal.Ask;
import dev.cowork.proposal.ProposalBook;
import dev.cowork.slack.SlackText;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
    private final ProposalBook book;
    private final CaseBrief brief;

    Background(Situations situations, Facts facts, ShowingCase showing, ProposalBook book, CaseBrief brief) {
        this.brief = brief;
        this.situations = situations;
        this.facts = facts;
        this.showing = showing;
        this.book = book;
    }

    /// For who is to take a case on: what it is about, what was done, what is known and open, what was promised.
    String of(Session session, Ask ask) {
        return ask instanceof Ask.Escalation ? SlackText.cut(brief.of(session, head(session)), LONGEST) : of(session);
    }

    private String of(Session session) {
        var lines = new ArrayList<String>();
        lines.add(head(session));
        already(lines, session);
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

    /// What else was asked for in this case: one damage is not to be made good twice without anybody noticing.
    private void already(List<String> lines, Session session) {
        var others = book.ofSession(session.workspace(), session.id().toString()).stream()
                .filter(entry ->
                        entry.state() == ProposalBook.State.OPEN || entry.state() == ProposalBook.State.APPROVED)
                .filter(entry -> entry.ask() instanceof Ask.Compensation)
                .map(Background::line)
                .toList();
        if (!others.isEmpty()) {
            lines.add("Already in this case:");
            lines.addAll(others);
        }
    }

    private static String line(ProposalBook.Entry entry) {
        var ask = (Ask.Compensation) entry.ask();
        var kind = ask.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return "• %s %s, %s"
                .formatted(
                        kind,
                        ask.amount().shown(),
                        entry.state() == ProposalBook.State.OPEN ? "waiting for a decision" : "approved");
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
