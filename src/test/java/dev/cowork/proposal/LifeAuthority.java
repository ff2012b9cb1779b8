package dev.cowork.proposal;

import dev.cowork.proposal.authority.Cap;
import dev.cowork.proposal.authority.Circumstances;
import dev.cowork.proposal.authority.Line;
import dev.cowork.proposal.authority.Matrix;
import dev.cowork.proposal.authority.May;
import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.Money;
import dev.cowork.workspace.Position;
import dev.cowork.workspace.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// Who may do what, for [LifeModel]: written from what is promised and not from the code.
final class LifeAuthority {
    final Map<MemberId, Role> settings = new HashMap<>();
    private final Map<MemberId, Position> named = new HashMap<>();
    private final Set<MemberId> guests = new HashSet<>();
    private final List<LifeModel.Case> cases;
    private Money agentLimit = Money.parse("100 USD").orElseThrow();
    private Money supervisorLimit = Money.parse("1000 USD").orElseThrow();
    private Optional<Deed.Rule> saved = Optional.empty();

    LifeAuthority(List<LifeModel.Case> cases) {
        this.cases = cases;
    }

    void limit(Money agent, Money supervisor) {
        agentLimit = agent;
        supervisorLimit = supervisor;
    }

    void rule(Deed.Rule deed) {
        saved = Optional.of(deed);
    }

    void stand(MemberId member, boolean isGuest) {
        if (isGuest) {
            guests.add(member);
        } else {
            guests.remove(member);
        }
    }

    boolean isGuest(MemberId member) {
        return guests.contains(member);
    }

    /// A guest has none, whatever was said of them.
    Role role(MemberId member) {
        return isGuest(member) ? Role.AGENT : said(member);
    }

    private Role said(MemberId member) {
        return named.containsKey(member) ? named.get(member).role() : settings.getOrDefault(member, Role.AGENT);
    }

    /// Without an administrator whoever the settings name is one; the last one stays one.
    boolean isAdmin(MemberId member) {
        if (isGuest(member)) {
            return false;
        }
        return admins() > 0
                ? named.containsKey(member) && named.get(member).isAdmin()
                : settings.getOrDefault(member, Role.AGENT).decides();
    }

    boolean name(Position position, MemberId by) {
        var before = named.get(position.member());
        var isLast =
                admins() == 1 && before != null && before.isAdmin() && !isGuest(before.member()) && !position.isAdmin();
        if (!isAdmin(by) || isLast) {
            return false;
        }
        named.put(position.member(), position);
        return true;
    }

    private long admins() {
        return named.values().stream()
                .filter(one -> one.isAdmin() && !isGuest(one.member()))
                .count();
    }

    boolean isOwn(Deed.Propose deed, Instant now) {
        if (!(deed.ask() instanceof Ask.Compensation(var kind, var amount, var _))) {
            return false;
        }
        var line = line(Role.AGENT, title(deed.by()), May.GRANT_ALONE, kind.name(), deed.circumstances(), amount);
        var inCase = amount.minor() + alone(amount.currency().getCurrencyCode());
        return line.isPresent()
                && inCase <= line.get().aloneMinor()
                && deed.ownLimit().stream()
                        .allMatch(own -> own.currency().equals(amount.currency()) && inCase <= own.minor())
                && fits(May.GRANT_ALONE, amount, deed.circumstances(), Optional.of(deed.by()), now);
    }

    /// How many must approve what is proposed; empty where nobody may.
    OptionalInt asked(Deed.Propose deed, Instant now) {
        if (isStrange(deed.ask())) {
            return OptionalInt.of(2);
        }
        var best = lines().stream()
                .filter(line -> line.may() == May.APPROVE)
                .map(line -> applies(line.role(), line.title(), deed.ask(), deed.circumstances()))
                .flatMap(Optional::stream)
                .filter(line -> reaches(line, deed.ask()))
                .mapToLong(line -> line.aloneMinor() == null ? 0 : line.aloneMinor())
                .max();
        if (best.isEmpty()) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(
                deed.ask() instanceof Ask.Compensation it
                                && (it.amount().minor() > best.getAsLong()
                                        || !fits(May.APPROVE, it.amount(), deed.circumstances(), Optional.empty(), now))
                        ? 2
                        : 1);
    }

    /// How many must approve where this person does; empty where they may not.
    OptionalInt decided(MemberId by, LifeModel.Case one, Ask granted, Instant now) {
        if (isStrange(granted)) {
            return OptionalInt.of(2);
        }
        if (granted instanceof Ask.Escalation && !role(by).decides()) {
            return lines().stream().anyMatch(line -> line.kind().name().equals("ESCALATION"))
                    ? OptionalInt.of(1)
                    : OptionalInt.empty();
        }
        return applies(role(by), title(by), granted, one.circumstances)
                .filter(line -> reaches(line, granted))
                .map(line -> OptionalInt.of(
                        granted instanceof Ask.Compensation it
                                        && (it.amount().minor() > line.aloneMinor()
                                                || !fits(
                                                        May.APPROVE,
                                                        it.amount(),
                                                        one.circumstances,
                                                        Optional.of(by),
                                                        now))
                                ? 2
                                : 1))
                .orElse(OptionalInt.empty());
    }

    private boolean isStrange(Ask ask) {
        return ask instanceof Ask.Compensation it
                && lines().stream()
                        .noneMatch(line -> line.may() == May.APPROVE
                                && it.amount().currency().getCurrencyCode().equals(line.currency()));
    }

    private static boolean reaches(Line line, Ask ask) {
        return !(ask instanceof Ask.Compensation it)
                || line.togetherMinor() == null
                || it.amount().minor() <= line.togetherMinor();
    }

    private Optional<Line> applies(Role role, String title, Ask ask, Circumstances circumstances) {
        return switch (ask) {
            case Ask.Compensation it -> line(role, title, May.APPROVE, it.kind().name(), circumstances, it.amount());
            case Ask.Escalation _ ->
                lines().stream()
                        .filter(line -> line.kind().name().equals("ESCALATION"))
                        .filter(line -> line.title().isEmpty()
                                ? line.role() == role
                                : line.title().equals(title))
                        .findFirst();
        };
    }

    /// Each in turn drops all but the most particular.
    private Optional<Line> line(
            Role role, String title, May may, String kind, Circumstances circumstances, Money amount) {
        Optional<Line> best = Optional.empty();
        for (var line : lines()) {
            var isHis =
                    line.title().isEmpty() ? line.role() == role : line.title().equals(title);
            var isKind = line.kind().name().equals(kind)
                    || line.kind().name().equals("ANY") && !kind.equals("POLICY_EXCEPTION");
            var isHere = (line.tier() == null || line.tier() == circumstances.tier())
                    && line.outside().ordinal() >= circumstances.outside().ordinal()
                    && amount.currency().getCurrencyCode().equals(line.currency());
            if (line.may() == may
                    && isHis
                    && isKind
                    && isHere
                    && best.map(other -> score(line) > score(other)).orElse(true)) {
                best = Optional.of(line);
            }
        }
        return best;
    }

    private static int score(Line line) {
        return (line.title().isEmpty() ? 0 : 1000)
                + (line.kind().name().equals("ANY") ? 0 : 100)
                + (line.tier() == null ? 0 : 10)
                - line.outside().ordinal();
    }

    private List<Line> lines() {
        return saved.map(Deed.Rule::lines)
                .orElseGet(() -> Matrix.first(1, agentLimit, supervisorLimit).lines());
    }

    private List<Cap> caps() {
        return saved.map(Deed.Rule::caps)
                .orElseGet(() -> Matrix.first(1, agentLimit, supervisorLimit).caps());
    }

    /// A title counts only where somebody was given it.
    private String title(MemberId member) {
        return named.containsKey(member) && !isGuest(member) ? named.get(member).title() : "";
    }

    /// All proposals here are of one ticket: what was granted alone in it counts together.
    private long alone(String currency) {
        return cases.stream()
                .flatMap(one -> one.steps.stream())
                .filter(step -> step.verdict() == ProposalDecided.Verdict.OWN_AUTHORITY)
                .mapToLong(step -> minor(step, currency))
                .sum();
    }

    private boolean fits(May may, Money amount, Circumstances circumstances, Optional<MemberId> person, Instant now) {
        return caps().stream()
                .filter(cap -> cap.may() == may
                        && cap.currency().equals(amount.currency().getCurrencyCode()))
                .allMatch(cap -> amount.minor() + used(cap, circumstances, person, now) <= cap.mostMinor()
                        || cap.counts() == Cap.Counts.CUSTOMER
                                && key(circumstances).isEmpty()
                        || cap.counts() == Cap.Counts.PERSON && person.isEmpty());
    }

    private long used(Cap cap, Circumstances circumstances, Optional<MemberId> person, Instant now) {
        var since = now.minus(Duration.ofDays(cap.days()));
        var sum = 0L;
        for (var one : cases) {
            for (var step : one.steps) {
                var isOwn = step.verdict() == ProposalDecided.Verdict.OWN_AUTHORITY;
                var isGrant = step.verdict() != ProposalDecided.Verdict.DECLINED;
                var isLast = one.state == Proposal.State.APPROVED && step == one.steps.getLast();
                var counts = cap.counts() == Cap.Counts.CUSTOMER
                        ? key(one.circumstances).equals(key(circumstances))
                                && isLast
                                && (cap.may() == May.APPROVE || isOwn)
                        : person.filter(step.by()::equals).isPresent() && isOwn == (cap.may() == May.GRANT_ALONE);
                if (isGrant && counts && step.at().isAfter(since)) {
                    sum += minor(step, cap.currency());
                }
            }
        }
        return sum;
    }

    private static long minor(LifeModel.Step step, String currency) {
        return step.ask() instanceof Ask.Compensation it
                        && it.amount().currency().getCurrencyCode().equals(currency)
                ? it.amount().minor()
                : 0;
    }

    private static String key(Circumstances circumstances) {
        return circumstances.customer().strip().toLowerCase(java.util.Locale.ROOT);
    }
}
