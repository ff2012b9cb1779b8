package dev.cowork.proposal.precedent;

import dev.cowork.workspace.Money;
import dev.cowork.workspace.WorkspaceId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/// What was decided in cases that no rule foresaw, found again by what happened.
@ApplicationScoped
public class PrecedentBook {
    /// From how much in common two cases are worth showing together, and from how much they are one case again.
    private static final double ALIKE = 0.35;

    private static final double THE_SAME = 0.5;
    private static final double OF_LETTERS = 0.25;
    private static final int MOST_SHOWN = 10;
    private static final int MOST_RECURRING = 5;

    private final Precedents precedents;
    private final PrecedentConfig config;
    private final InstantSource clock;

    PrecedentBook(Precedents precedents, PrecedentConfig config, InstantSource clock) {
        this.precedents = precedents;
        this.config = config;
        this.clock = clock;
    }

    /// A decided proposal of which the precedent is not written yet.
    public record Due(WorkspaceId workspace, UUID proposal) {}

    /// A case of now, in whatever words.
    ///
    /// @param about why it is asked for
    /// @param facts all that is known of it
    public record Sought(WorkspaceId workspace, String kind, Money asked, String about, String facts) {
        @Override
        public String toString() {
            return "Sought[" + workspace + ", " + kind + ", " + asked + "]";
        }
    }

    /// What was decided in the nearest cases and whether this one departs from them, in Slack's markdown. Empty where
    /// there is none like it. Cases of another kind or currency are not compared.
    @Transactional
    public String like(Sought sought) {
        return new Likeness(nearest(sought, ALIKE, MOST_SHOWN), sought.asked()).words();
    }

    /// Looks once for what [#like] tells of a proposal; from then on [#shown] says the same.
    @Transactional
    public void compare(UUID proposal, Sought sought) {
        var words = like(sought);
        if (!words.isEmpty()) {
            precedents.show(sought.workspace(), proposal, words);
        }
    }

    /// What whoever decides the proposal is shown of cases like it; empty where there is none.
    @Transactional
    public String shown(WorkspaceId workspace, UUID proposal) {
        return precedents.shown(workspace, proposal);
    }

    /// The decision is to be kept, by and by: it costs the person who pressed no time.
    @Transactional
    public void owe(WorkspaceId workspace, UUID proposal) {
        precedents.owe(workspace, proposal);
    }

    @Transactional
    public List<Due> due(int atMost) {
        return precedents.due(atMost);
    }

    /// Writes it down, in the caller's transaction, unless somebody else does or did.
    ///
    /// @param decided empty where it is no case to be kept after all
    @Transactional
    public void settle(Due due, Optional<Case> decided) {
        if (precedents.settle(due)) {
            decided.ifPresent(this::keep);
        }
    }

    /// Which cases recur so often that they should become policy.
    @Transactional
    public List<Recurring> recurring(WorkspaceId workspace) {
        return precedents.recurring(
                workspace, clock.instant().minus(config.within()), config.recursFrom(), MOST_RECURRING);
    }

    private void keep(Case decided) {
        if (precedents
                .findByIdOptional(new Precedent.Of(decided.workspace().value(), decided.proposal()))
                .isEmpty()) {
            var sought =
                    new Sought(decided.workspace(), decided.kind(), decided.asked(), decided.about(), decided.facts());
            precedents.persist(
                    Precedent.of(decided, nearest(sought, THE_SAME, 1).stream().findFirst()));
        }
    }

    private List<Precedent> nearest(Sought sought, double atLeast, int atMost) {
        if (precedents.isEmpty(sought.workspace())) {
            return List.of();
        }
        var words = precedents.words(sought.facts());
        var found = precedents.near(
                sought.workspace(), sought.kind(), sought.asked().currency().getCurrencyCode(), words, sought.about());
        var theirs = found.stream().flatMap(it -> it.words().stream()).collect(Collectors.toSet());
        var weighed = words.knowing(precedents.shares(theirs));
        var likeness =
                found.stream().collect(Collectors.toMap(Precedents.Found::proposal, it -> likeness(weighed, it)));
        var near = found.stream()
                .map(Precedents.Found::proposal)
                .filter(proposal -> likeness.getOrDefault(proposal, 0.0) >= atLeast)
                .sorted(Comparator.comparing(likeness::get, Comparator.reverseOrder()))
                .limit(atMost)
                .toList();
        return precedents.all(sought.workspace(), near).stream()
                .sorted(Comparator.comparingInt(precedent -> near.indexOf(precedent.proposal())))
                .toList();
    }

    /// Mostly what words they share; how alike the sentences look settles the rest.
    private static double likeness(Words words, Precedents.Found found) {
        return (1 - OF_LETTERS) * words.likeness(found.words()) + OF_LETTERS * found.resemblance();
    }
}
