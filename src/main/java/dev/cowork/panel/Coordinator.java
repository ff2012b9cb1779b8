package dev.cowork.panel;

import dev.cowork.partner.Specialist;
import dev.cowork.partner.Specialist.Ground;
import dev.cowork.partner.Specialist.Position;
import dev.cowork.workspace.Money;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Lays positions side by side. It weighs nothing and averages nothing: it says who agrees with whom and about
/// what, and which ways there are to choose between.
final class Coordinator {
    static final String NO_VIEW = "no_view";
    /// A choice: go on without what is blocked.
    static final String KEEP = "keep";
    /// A choice: answer only once the facts are known.
    static final String FIND_OUT = "find_out";

    private Coordinator() {}

    /// Who said what.
    record Said(Seat seat, Position position) {}

    /// The same question answered in different ways.
    ///
    /// @param about what the question is, as people read it
    record Views(String about, Map<String, List<String>> byView) {
        boolean isAgreement() {
            return byView.size() == 1;
        }
    }

    /// A fact that one takes for true and another for false.
    record Contested(String fact, Map<Seat, Ground> grounds) {}

    /// A way to go on.
    ///
    /// @param id the seat whose recommendation it is, [#KEEP], or [#FIND_OUT]
    record Choice(String id, String label) {}

    /// @param blockedSeats whose recommendation is blocked while the block stands
    record Compared(
            List<Views> agreed,
            List<Views> disagreed,
            List<Contested> contested,
            List<Seat> blockedSeats,
            List<Choice> choices) {
        /// Whether somebody has to decide before anything is written.
        boolean isToBeDecided() {
            return !choices.isEmpty();
        }
    }

    /// @param blockedKinds kinds of compensation that a block in force forbids
    /// @param isBlocked whether any block is in force
    static Compared compare(List<Said> said, List<String> blockedKinds, boolean isBlocked) {
        var views = new ArrayList<Views>();
        add(views, "What to do first", said, position -> word(position.next()));
        add(views, "What the customer gets", said, Coordinator::given);
        var contested = contested(said);
        var blocked = said.stream()
                .filter(it -> blockedKinds.contains(it.position().grants()))
                .map(Said::seat)
                .toList();
        var disagreed = views.stream().filter(it -> !it.isAgreement()).toList();
        return new Compared(
                views.stream().filter(Views::isAgreement).toList(),
                disagreed,
                contested,
                blocked,
                choices(said, disagreed, contested, blocked, isBlocked));
    }

    /// Where fewer than two have a view, nobody agrees or disagrees.
    private static void add(List<Views> all, String about, List<Said> said, Function<Position, String> view) {
        var byView = said.stream()
                .filter(it -> !view.apply(it.position()).equals(NO_VIEW))
                .collect(Collectors.groupingBy(
                        it -> view.apply(it.position()),
                        LinkedHashMap::new,
                        Collectors.mapping(it -> it.seat().name(), Collectors.toList())));
        if (byView.values().stream().mapToInt(List::size).sum() >= 2) {
            all.add(new Views(about, byView));
        }
    }

    /// Facts that somebody takes for true and somebody else for false.
    static List<Contested> contested(List<Said> said) {
        var byFact = new LinkedHashMap<String, Map<Seat, Ground>>();
        for (var one : said) {
            for (var ground : one.position().grounds()) {
                byFact.computeIfAbsent(ground.fact(), _ -> new LinkedHashMap<>())
                        .put(one.seat(), ground);
            }
        }
        return byFact.entrySet().stream()
                .filter(it -> holds(it.getValue(), "true") && holds(it.getValue(), "false"))
                .map(it -> new Contested(it.getKey(), it.getValue()))
                .toList();
    }

    private static boolean holds(Map<Seat, Ground> grounds, String how) {
        return grounds.values().stream().anyMatch(ground -> ground.holds().equals(how));
    }

    private static List<Choice> choices(
            List<Said> said, List<Views> disagreed, List<Contested> contested, List<Seat> blocked, boolean isBlocked) {
        var choices = new ArrayList<Choice>();
        if (isBlocked) {
            choices.add(new Choice(KEEP, "Keep to the policy"));
        }
        if (!disagreed.isEmpty() || !contested.isEmpty()) {
            var taken = new ArrayList<String>();
            for (var one : said) {
                var way = way(one.position());
                var hasView = !way.equals(NO_VIEW + "/" + NO_VIEW);
                if (hasView && !taken.contains(way) && !blocked.contains(one.seat())) {
                    taken.add(way);
                    choices.add(new Choice(
                            one.seat().id(), goingWith(said, one.seat().id())));
                }
            }
        }
        if (!contested.isEmpty()) {
            choices.add(new Choice(FIND_OUT, "Find out first"));
        }
        return List.copyOf(choices);
    }

    private static String way(Position position) {
        return position.next() + "/" + given(position);
    }

    /// Those who would go the same way as that seat, themselves among them.
    static List<Said> sharing(List<Said> said, String seat) {
        return said.stream()
                .filter(it -> it.seat().id().equals(seat))
                .findFirst()
                .map(one -> said.stream()
                        .filter(it -> way(it.position()).equals(way(one.position())))
                        .toList())
                .orElse(List.of());
    }

    /// The choice by the names of all who share it.
    static String goingWith(List<Said> said, String seat) {
        return "Go with "
                + PanelText.names(sharing(said, seat).stream().map(Said::seat).toList());
    }

    /// What it would give the customer, in words; with the amount where one is named.
    static String given(Position position) {
        if (position.grants().equals(NO_VIEW)) {
            return NO_VIEW;
        }
        var amount = Money.parse(position.amount()).map(Money::shown).orElse(position.amount());
        var isNothing = position.grants().equals("nothing");
        return word(position.grants()) + (amount.isBlank() || isNothing ? "" : " of " + amount);
    }

    static String word(String value) {
        return value.equals(NO_VIEW) ? NO_VIEW : value.replace('_', ' ');
    }

    /// The facts as they are told to those who see them differently.
    static List<String> told(List<Contested> contested, Map<String, String> statements) {
        return contested.stream()
                .flatMap(it -> it.grounds().entrySet().stream()
                        .map(ground -> it.fact() + " “" + statements.getOrDefault(it.fact(), "") + "”: "
                                + ground.getKey().name() + " says "
                                + ground.getValue().holds() + ", because "
                                + ground.getValue().why()))
                .toList();
    }

    /// A position as it is told to whoever writes under it.
    static String told(Said said) {
        Specialist.Position it = said.position();
        return said.seat().name() + ": " + it.recommendation() + " First: " + word(it.next()) + ". Customer gets: "
                + given(it).replace(NO_VIEW, "no view") + ". Because: "
                + it.reasons().stream().map(Specialist.Reason::text).collect(Collectors.joining(" "))
                + (it.unknowns().isEmpty() ? "" : " Does not know: " + String.join(" ", it.unknowns()));
    }
}
