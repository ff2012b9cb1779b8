package dev.cowork.proposal.authority;

import dev.cowork.workspace.Money;
import dev.cowork.workspace.Role;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Who may grant what, in one version. Amounts are never converted: a line speaks of its own currency alone.
public record Matrix(int version, List<Line> lines, List<Cap> caps) {
    /// Lines and caps that one screen can show.
    public static final int MOST_LINES = 40;

    static final int MOST_CAPS = 20;
    private static final int CAP_DAYS = 30;

    public Matrix {
        lines = List.copyOf(lines);
        caps = List.copyOf(caps);
    }

    /// A line by its number on the screen and in the table, from 1.
    public record Rule(int number, Line line) {}

    /// What is asked of the matrix.
    ///
    /// @param currency null for an escalation
    public record Query(
            May may,
            Covers kind,
            Tier tier,
            Outside outside,
            @Nullable Currency currency) {}

    /// The first matrix: what the settings say. What an agent grants alone to one customer in thirty days is no more
    /// than what they may grant alone at once.
    public static Matrix first(int version, Money agentLimit, Money supervisorLimit) {
        var deciding = Stream.of(Role.SUPERVISOR, Role.MANAGER)
                .flatMap(role -> Stream.of(
                        Line.upTo(role, May.APPROVE, Covers.ANY, Outside.FAR, supervisorLimit),
                        Line.upTo(role, May.APPROVE, Covers.POLICY_EXCEPTION, Outside.FAR, supervisorLimit),
                        Line.escalations(role)));
        var alone = Line.upTo(Role.AGENT, May.GRANT_ALONE, Covers.ANY, Outside.WITHIN, agentLimit);
        var cap = new Cap(
                Cap.Counts.CUSTOMER,
                May.GRANT_ALONE,
                agentLimit.currency().getCurrencyCode(),
                agentLimit.minor(),
                CAP_DAYS);
        return new Matrix(version, Stream.concat(Stream.of(alone), deciding).toList(), List.of(cap));
    }

    /// The one line that applies to somebody: the most particular. A named role's own lines come before those of its
    /// role, a kind before any kind, a tier before any tier, a shorter reach outside policy before a longer one.
    public Optional<Rule> rule(Role role, String title, Query asked) {
        var mostParticular = Comparator.comparing((Rule it) -> it.line.title().isEmpty())
                .thenComparing(it -> it.line.kind() == Covers.ANY)
                .thenComparing(it -> it.line.tier() == null)
                .thenComparing(it -> it.line.outside())
                .thenComparing(Rule::number);
        return rules().filter(it -> it.line.may() == asked.may)
                .filter(it -> it.line.title().isEmpty()
                        ? it.line.role() == role
                        : it.line.title().equals(title))
                .filter(it -> it.line.kind().includes(asked.kind))
                .filter(it -> it.line.tier() == null || it.line.tier() == asked.tier)
                .filter(it -> it.line.outside().reaches(asked.outside))
                .filter(it -> it.line.isIn(asked.currency))
                .min(mostParticular);
    }

    /// Whether anybody may approve anything in that currency.
    public boolean knows(Currency currency) {
        return lines.stream().anyMatch(line -> line.may() == May.APPROVE && line.isIn(currency));
    }

    /// Every role and named role that approves.
    public List<Line> approving() {
        return lines.stream().filter(line -> line.may() == May.APPROVE).toList();
    }

    public List<Cap> capsOn(May may, Currency currency) {
        return caps.stream()
                .filter(cap -> cap.may() == may && cap.currency().equals(currency.getCurrencyCode()))
                .sorted(Comparator.comparing(Cap::counts))
                .toList();
    }

    Stream<Rule> rules() {
        return IntStream.range(0, lines.size()).mapToObj(at -> new Rule(at + 1, lines.get(at)));
    }

    boolean saysTheSameAs(Matrix other) {
        return lines.equals(other.lines) && caps.equals(other.caps);
    }

    Matrix as(int otherVersion) {
        return new Matrix(otherVersion, lines, caps);
    }
}
