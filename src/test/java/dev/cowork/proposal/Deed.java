package dev.cowork.proposal;

import dev.cowork.proposal.authority.Cap;
import dev.cowork.proposal.authority.Circumstances;
import dev.cowork.proposal.authority.Covers;
import dev.cowork.proposal.authority.Line;
import dev.cowork.proposal.authority.May;
import dev.cowork.proposal.authority.Outside;
import dev.cowork.proposal.authority.Tier;
import dev.cowork.slack.ThreadRef;
import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.Money;
import dev.cowork.workspace.Position;
import dev.cowork.workspace.Role;
import dev.cowork.workspace.WorkspaceId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What may happen to proposals. A history is a list of these, made by chance from one seed.
sealed interface Deed {
    String FINANCE = "Finance";
    List<MemberId> PEOPLE = Stream.of("UANA", "UBEN", "USAM", "UMIA", "ULEE", "UKIM")
            .map(MemberId::new)
            .toList();

    /// With whom every history begins.
    List<Deed> FIRST_NAMES = List.of(
            new Name(PEOPLE.get(2), Role.SUPERVISOR),
            new Name(PEOPLE.get(3), Role.SUPERVISOR),
            new Name(PEOPLE.get(4), Role.MANAGER));

    /// @param isOwn recorded as the person's own decision rather than sent to somebody
    record Propose(
            boolean isOwn,
            MemberId by,
            Set<MemberId> tookPart,
            Ask ask,
            Optional<Money> ownLimit,
            Circumstances circumstances)
            implements Deed {
        NewProposal wanted(WorkspaceId workspace, ThreadRef thread, String gesture) {
            return new NewProposal(
                    workspace,
                    thread,
                    Office.SESSION,
                    by,
                    tookPart,
                    ask,
                    ownLimit,
                    circumstances,
                    "Order 4711",
                    gesture);
        }
    }

    /// What a person presses: which proposal, counted in the order they were made, and how far the version on their
    /// card is from the newest.
    record Card(int which, int behind, MemberId by, boolean isVisitor) {}

    record Decide(Card card, Wish wish) implements Deed {}

    record Question(Card card) implements Deed {}

    record Answer(Card card, int number) implements Deed {}

    record Renew(Card card) implements Deed {}

    /// An earlier delivery comes once more.
    record Again(int back) implements Deed {}

    record Tick(Duration time) implements Deed {}

    record LookAtDeadlines() implements Deed {}

    /// Somebody comes to the ticket as agent.
    record Join(MemberId member) implements Deed {}

    record Name(MemberId member, Role role) implements Deed {}

    /// What an administrator, or somebody who is none, says of a person in App Home.
    record NameAtHome(Position position, MemberId by) implements Deed {}

    /// What they put in force there.
    ///
    /// @param isStale made from an older version than the newest
    record Rule(List<Line> lines, List<Cap> caps, MemberId by, boolean isStale) implements Deed {}

    record Limit(Money agent, Money supervisor) implements Deed {}

    /// Slack tells that somebody is a guest from now on, or a member.
    record Stand(MemberId member, boolean isGuest) implements Deed {}

    /// Somebody goes away for so long.
    record Away(MemberId member, Duration time) implements Deed {}

    record Back(MemberId member) implements Deed {}

    /// Somebody says who stands in, or to whom an escalation goes.
    ///
    /// @param place empty to take it away
    record Lead(String role, Optional<MemberId> place, int share, MemberId by) implements Deed {}

    /// The same history for the same seed.
    static List<Deed> history(long seed) {
        var chance = new Chance(new SplittableRandom(seed));
        var length = 6 + chance.upTo(12);
        return Stream.of(
                        FIRST_NAMES.stream(),
                        Stream.of(chance.proposal()),
                        IntStream.range(1, length).mapToObj(_ -> chance.deed()))
                .flatMap(deeds -> deeds)
                .toList();
    }

    /// A history for two replicas at once: without what has an errand follow, which the application itself would run.
    static List<Deed> forTwo(long seed) {
        var chance = new Chance(new SplittableRandom(seed));
        return Stream.of(
                        FIRST_NAMES.stream(),
                        Stream.of(chance.proposal(), chance.proposal()),
                        Stream.generate(chance::deed).filter(Deed::hasNoErrand).limit(8 + chance.upTo(10)))
                .flatMap(deeds -> deeds)
                .toList();
    }

    private static boolean hasNoErrand(Deed deed) {
        return switch (deed) {
            case Propose _, Decide _, Question _, Answer _, Renew _, Again _, Tick _ -> true;
            case LookAtDeadlines _, Join _, Limit _ -> true;
            case Name _, NameAtHome _, Rule _, Stand _, Away _, Back _, Lead _ -> false;
        };
    }

    record Chance(SplittableRandom random) {
        int upTo(int bound) {
            return random.nextInt(bound);
        }

        @SafeVarargs
        final <T> T one(T... values) {
            return values[upTo(values.length)];
        }

        Deed deed() {
            return switch (upTo(34)) {
                case 0, 1 -> proposal();
                case 2, 3, 4, 5, 6, 7, 8 -> new Decide(card(), wish());
                case 9, 20 -> new Question(card());
                case 10, 21 -> new Answer(new Card(upTo(3), 0, PEOPLE.get(upTo(3)), upTo(20) == 0), 1 + upTo(8) / 7);
                case 11, 12 -> new Renew(card());
                case 13, 14 -> new Again(upTo(4));
                case 15, 16 -> new Tick(one(Duration.ofMinutes(1), Duration.ofMinutes(61), Duration.ofHours(2)));
                case 17, 26, 27 -> new LookAtDeadlines();
                case 22 -> new Join(person());
                case 23 -> new NameAtHome(position(), person());
                case 24, 25 -> new Rule(lines(), caps(), person(), upTo(6) == 0);
                case 28, 29 -> new Away(person(), one(Duration.ofMinutes(50), Duration.ofHours(3)));
                case 30 -> new Back(person());
                case 31, 32 -> lead();
                // Nobody of those who propose.
                case 33 -> new Stand(PEOPLE.get(3 + upTo(3)), upTo(3) > 0);
                case 18 -> new Name(person(), one(Role.AGENT, Role.SUPERVISOR, Role.MANAGER));
                default -> new Limit(money("50", "100", "200"), money("500", "1000", "2000"));
            };
        }

        Deed proposal() {
            var by = PEOPLE.get(upTo(3));
            var ask = upTo(6) == 0
                    ? new Ask.Escalation(
                            one(Ask.Target.SUPERVISOR, Ask.Target.LEGAL, Ask.Target.TECHNICAL),
                            one(Ask.Urgency.values()),
                            "a lawyer wrote",
                            "")
                    : new Ask.Compensation(kind(), upTo(12) == 0 ? money("0") : amount(), "damaged");
            var own = upTo(4) == 0 ? Optional.of(money("40", "90")) : Optional.<Money>empty();
            return new Propose(
                    upTo(4) == 0,
                    by,
                    Stream.of(by, PEOPLE.get(upTo(3))).collect(Collectors.toSet()),
                    ask,
                    own,
                    circumstances());
        }

        private Deed lead() {
            return new Lead(
                    one("STAND_IN", "STAND_IN", "LEGAL"),
                    upTo(6) == 0 ? Optional.empty() : Optional.of(person()),
                    one(25, 50, 75, 90),
                    person());
        }

        private Circumstances circumstances() {
            return new Circumstances(
                    one("", "Kim", "Kim", "  kim "),
                    one(Tier.STANDARD, Tier.STANDARD, Tier.HIGH_VALUE),
                    one(Outside.WITHIN, Outside.WITHIN, Outside.SLIGHTLY, Outside.FAR));
        }

        private Position position() {
            return new Position(
                    person(),
                    one(Role.AGENT, Role.SUPERVISOR, Role.MANAGER),
                    one("", "", FINANCE),
                    upTo(4) == 0,
                    false);
        }

        private List<Line> lines() {
            var lines = new ArrayList<Line>();
            lines.add(line(Role.AGENT, "", May.GRANT_ALONE, one(Covers.ANY, Covers.ANY, Covers.REFUND)));
            lines.add(line(Role.SUPERVISOR, "", May.APPROVE, Covers.ANY));
            for (var more = upTo(5); more > 0; more--) {
                var role = one(Role.AGENT, Role.SUPERVISOR, Role.MANAGER);
                var may = role == Role.AGENT || upTo(3) == 0 ? May.GRANT_ALONE : May.APPROVE;
                lines.add(
                        line(role, one("", "", FINANCE), may, one(Covers.ANY, Covers.REFUND, Covers.POLICY_EXCEPTION)));
            }
            if (upTo(3) > 0) {
                lines.add(new Line(
                        Role.SUPERVISOR, "", May.APPROVE, Covers.ESCALATION, null, Outside.FAR, null, null, null));
            }
            return lines;
        }

        private Line line(Role role, String title, May may, Covers kind) {
            var alone = may == May.APPROVE ? one(50_000L, 100_000L, 200_000L) : one(5_000L, 10_000L, 20_000L);
            return new Line(
                    role,
                    title,
                    may,
                    kind,
                    upTo(4) == 0 ? one(Tier.STANDARD, Tier.HIGH_VALUE) : null,
                    one(Outside.WITHIN, Outside.SLIGHTLY, Outside.FAR, Outside.FAR),
                    upTo(6) == 0 ? "EUR" : "USD",
                    alone,
                    may == May.APPROVE && upTo(3) == 0 ? alone * 2 : null);
        }

        private List<Cap> caps() {
            return IntStream.range(0, upTo(3))
                    .mapToObj(_ -> new Cap(
                            one(Cap.Counts.values()),
                            one(May.values()),
                            "USD",
                            one(10_000L, 20_000L, 60_000L),
                            1 + upTo(2)))
                    .toList();
        }

        private Card card() {
            return new Card(upTo(3), one(0, 0, 0, 0, 0, 0, 1, -1), person(), upTo(20) == 0);
        }

        private Wish wish() {
            return switch (upTo(6)) {
                case 0 -> new Wish.Decline("no");
                case 1, 2 ->
                    new Wish.ApproveWithChanges(
                            upTo(4) == 0 ? Optional.empty() : Optional.of(new Wish.Terms(kind(), amount())), "once");
                default -> new Wish.Approve();
            };
        }

        /// More often somebody who may decide than not.
        private MemberId person() {
            return PEOPLE.get(upTo(3) == 0 ? upTo(PEOPLE.size()) : 2 + upTo(3));
        }

        private Ask.Kind kind() {
            return one(Ask.Kind.REFUND, Ask.Kind.REFUND, Ask.Kind.CREDIT, Ask.Kind.POLICY_EXCEPTION);
        }

        private Money amount() {
            return upTo(6) == 0
                    ? Money.parse(one("40", "800", "1500"), "EUR").orElseThrow()
                    : money("40", "50", "50.01", "99", "150", "500", "999.99", "1000.01", "1500", "3000");
        }

        private Money money(String... amounts) {
            return Money.parse(one(amounts), "USD").orElseThrow();
        }
    }
}
