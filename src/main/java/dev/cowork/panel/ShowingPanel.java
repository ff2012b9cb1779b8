package dev.cowork.panel;

import dev.cowork.delivery.Key;
import dev.cowork.knowledge.Citations;
import dev.cowork.knowledge.Passage;
import dev.cowork.session.Casework;
import dev.cowork.slack.Posting;
import dev.cowork.slack.ThreadRef;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Keeps the card true on which they disagree. In the caller's transaction.
@ApplicationScoped
class ShowingPanel {
    private final SeatEntries entries;
    private final Blocks blocks;
    private final Slices slices;
    private final Posting posting;

    ShowingPanel(SeatEntries entries, Blocks blocks, Slices slices, Posting posting) {
        this.entries = entries;
        this.blocks = blocks;
        this.slices = slices;
        this.posting = posting;
    }

    /// All the card shows.
    ///
    /// @param wasBlocked blocks that rest on no clause of ours, as they were named
    record View(
            Panel panel,
            List<Coordinator.Said> said,
            List<SeatEntry> missing,
            Coordinator.Compared compared,
            List<Blocked> blocks,
            List<String> wasBlocked,
            Map<String, String> statements,
            List<Passage> passages) {}

    /// What was said up to and in that round, by those who have spoken.
    List<Coordinator.Said> said(Panel panel, int round) {
        var last = round == 1
                ? entries.settledIn(panel, 1).stream().collect(Collectors.toMap(SeatEntry::specialist, it -> it))
                : entries.lastOf(panel);
        return panel.seats().stream()
                .filter(seat -> last.containsKey(seat.id()))
                .flatMap(seat ->
                        last.get(seat.id()).position().stream().map(position -> new Coordinator.Said(seat, position)))
                .toList();
    }

    Coordinator.Compared compared(Panel panel) {
        var inForce = blocks.of(panel).stream().filter(Blocked::isInForce).toList();
        return Coordinator.compare(
                said(panel, 2), inForce.stream().map(Blocked::kind).toList(), !inForce.isEmpty());
    }

    /// As the agent chose it.
    String inWords(Panel panel, String choice) {
        return switch (choice) {
            case Coordinator.KEEP -> "keep to the policy, without what is blocked.";
            case Coordinator.FIND_OUT ->
                "find out first what is not sure; write a reply that says so and promises nothing.";
            default ->
                Coordinator.goingWith(said(panel, 2), choice) + ": "
                        + Coordinator.sharing(said(panel, 2), choice).stream()
                                .map(it -> it.position().recommendation())
                                .collect(Collectors.joining(" "));
        };
    }

    void post(Panel panel, Casework.Held held) {
        var pages = PanelCard.of(view(panel));
        for (var page = 1; page < pages.size(); page++) {
            posting.reply(panel.workspace(), held.thread(), Key.of(panel.card(), "part", page), pages.get(page - 1));
        }
        posting.reply(panel.workspace(), held.thread(), panel.card(), pages.getLast());
    }

    /// What there is to decide stands in the last of its messages.
    void revise(Panel panel, ThreadRef thread) {
        posting.revise(
                panel.workspace(),
                thread,
                panel.card(),
                panel.nextCardVersion(),
                PanelCard.of(view(panel)).getLast());
    }

    View view(Panel panel) {
        var last = entries.lastOf(panel);
        var said = said(panel, 2);
        var all = blocks.of(panel);
        var statements = new HashMap<String, String>();
        panel.ledger().forEach(fact -> statements.put(fact.id(), fact.statement()));
        var unfounded = said.stream()
                .flatMap(it -> it.position().blocks().stream()
                        .filter(wanted -> all.stream()
                                .noneMatch(block ->
                                        block.specialist().equals(it.seat().id())
                                                && block.what().equals(wanted.what())))
                        .map(wanted -> it.seat().name() + ": " + wanted.what()))
                .toList();
        return new View(
                panel,
                said,
                last.values().stream()
                        .filter(entry -> entry.position().isEmpty())
                        .toList(),
                compared(panel),
                all,
                unfounded,
                statements,
                slices.passages(panel.workspace(), cited(said, all)));
    }

    /// The clauses first: what blocks is to be read before everything else.
    private static List<String> cited(List<Coordinator.Said> said, List<Blocked> blocks) {
        return Stream.concat(
                        blocks.stream().map(Blocked::clause),
                        said.stream()
                                .flatMap(it -> it.position().reasons().stream())
                                .flatMap(reason ->
                                        Citations.in(String.join(" ", reason.sources()) + " " + reason.text())
                                                .stream()))
                .distinct()
                .toList();
    }
}
