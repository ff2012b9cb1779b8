package dev.cowork.session;

import dev.cowork.proposal.ProposalBook;
import dev.cowork.slack.SlackText;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A case for somebody who has not seen it and is to take it on: the problem, what was done so far, what is known, what
/// is open, and what the customer was promised. Plain words, in which nothing is a mention or a link.
@ApplicationScoped
class CaseBrief {
    private static final int LONGEST_PROBLEM = 400;
    private static final int LONGEST_LINE = 120;
    private static final int MOST = 3;

    private final Situations situations;
    private final ShowingCase showing;
    private final Facts facts;
    private final OpenQuestions open;
    private final Drafts drafts;
    private final ProposalBook book;

    CaseBrief(
            Situations situations,
            ShowingCase showing,
            Facts facts,
            OpenQuestions open,
            Drafts drafts,
            ProposalBook book) {
        this.situations = situations;
        this.showing = showing;
        this.facts = facts;
        this.open = open;
        this.drafts = drafts;
        this.book = book;
    }

    /// @param head which case it is
    String of(Session session, String head) {
        var lines = new ArrayList<String>();
        lines.add(head);
        lines.add("Problem: " + SlackText.cut(problem(session), LONGEST_PROBLEM));
        var used = drafts.usedIn(session);
        part(
                lines,
                "Done so far",
                Stream.concat(
                                known(session, Standing.TRIED, Standing.RULED_OUT),
                                used.stream().map(draft -> "Sent to the customer: " + draft.words()))
                        .toList());
        part(
                lines,
                "Facts",
                known(session, Standing.VERIFIED, Standing.CUSTOMER_SAID).toList());
        part(lines, "Open questions", open.of(session));
        part(lines, "Promised to the customer", promised(session));
        return String.join("\n", lines);
    }

    private String problem(Session session) {
        var story = showing.story(session).strip();
        return story.isEmpty()
                ? situations.of(session).stream()
                        .map(field -> field.label() + ": " + field.text().strip())
                        .collect(Collectors.joining(" "))
                : story;
    }

    private Stream<String> known(Session session, Standing first, Standing second) {
        return facts.of(session).stream()
                .filter(fact -> fact.standing() == first || fact.standing() == second)
                .map(fact -> fact.standing().shown() + ": " + fact.statement());
    }

    /// Only what was granted may have been promised: the promise lock sees to that.
    private List<String> promised(Session session) {
        return book.approvedFor(session.workspace(), session.id().toString()).stream()
                .map(Asked::shown)
                .toList();
    }

    /// The newest lines where there are many.
    private static void part(List<String> lines, String title, List<String> all) {
        lines.add(title + ":" + (all.isEmpty() ? " nothing" : ""));
        all.subList(Math.max(0, all.size() - MOST), all.size())
                .forEach(line -> lines.add("• " + SlackText.cut(line.strip().replaceAll("\\s+", " "), LONGEST_LINE)));
    }
}
