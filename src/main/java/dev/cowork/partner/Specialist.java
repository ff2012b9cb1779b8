package dev.cowork.partner;

import java.util.List;
import java.util.Set;

/// The partner looking at a case from one field, beside others who look at it from theirs. What follows from their
/// positions is decided by whoever asks. Words of people are inside: `toString()` leaves them out.
public final class Specialist {
    private Specialist() {}

    /// What a specialist may do besides recommending.
    public enum Ability {
        /// Add possible causes, and the tests that would tell.
        CAUSES,
        /// Block what the knowledge forbids.
        BLOCK,
        /// Write what the customer is to read.
        DRAFT
    }

    /// What all are told alike: requests about one matter begin with the same words.
    public record Matter(Brief brief, List<Known> ledger) {
        public Matter {
            ledger = List.copyOf(ledger);
        }

        /// How many characters are told of it, at most.
        public long size() {
            return brief.past().stream()
                            .mapToLong(it -> it.words().length()
                                    + it.record().map(String::length).orElse(0))
                            .sum()
                    + brief.words().length()
                    + brief.company().earlier().length()
                    + brief.company().voice().length()
                    + brief.situation().stream()
                            .mapToLong(field -> field.text().length())
                            .sum()
                    + ledger.stream()
                            .mapToLong(fact -> fact.statement().length() + 20)
                            .sum();
        }

        @Override
        public String toString() {
            return "Matter[" + brief + ", " + ledger.size() + " facts]";
        }
    }

    /// A fact of the ledger.
    ///
    /// @param id by which positions name it: `F3`
    public record Known(String id, String standing, String statement) {
        @Override
        public String toString() {
            return "Known[" + id + ", " + standing + "]";
        }
    }

    /// What one is told alone.
    ///
    /// @param task its instructions, from its file
    /// @param tokens how long a position may be
    public record Part(String name, String task, List<Brief.Source> knowledge, Set<Ability> abilities, long tokens) {
        public Part {
            knowledge = List.copyOf(knowledge);
            abilities = Set.copyOf(abilities);
        }

        /// How many characters are told to it beside the matter.
        public long size() {
            return task.length()
                    + knowledge.stream()
                            .mapToLong(source -> source.text().length() + 100)
                            .sum();
        }

        @Override
        public String toString() {
            return "Part[" + name + "]";
        }
    }

    /// What a specialist thinks, read strictly. What it may not do is left out.
    ///
    /// @param next one of `answer_now`, `ask_customer`, `check_first`, `escalate`, `no_view`
    /// @param grants `nothing`, a kind of [Move.SuggestCompensation], or `no_view`
    /// @param amount as it was written; may be empty
    /// @param confidence from 1 to 5
    public record Position(
            String recommendation,
            String next,
            String grants,
            String amount,
            List<Reason> reasons,
            int confidence,
            List<String> unknowns,
            List<String> wouldChange,
            List<Ground> grounds,
            List<Move.RankCauses.Cause> causes,
            List<Block> blocks) {
        @Override
        public String toString() {
            return "Position[" + next + ", " + grants + "]";
        }
    }

    /// @param sources names of passages and facts, as the specialist wrote them
    public record Reason(String text, List<String> sources) {
        @Override
        public String toString() {
            return "Reason" + sources;
        }
    }

    /// How it sees a fact of the ledger.
    ///
    /// @param holds `true`, `false` or `unsure`
    public record Ground(String fact, String holds, String why) {
        @Override
        public String toString() {
            return "Ground[" + fact + ", " + holds + "]";
        }
    }

    /// What must not be done. Whether the clause says so is to be checked by whoever asks.
    ///
    /// @param kind a kind of [Move.SuggestCompensation], or `other`
    /// @param clause the name of a passage
    public record Block(String what, String kind, String clause, String quote) {
        @Override
        public String toString() {
            return "Block[" + kind + ", " + clause + "]";
        }
    }

    /// A position, and what it took.
    public record Taken(Position position, String model, Meter.Used used) {}

    /// Words for the customer, and what they took.
    public record Written(Move.WriteDraft draft, String model, Meter.Used used) {}
}
