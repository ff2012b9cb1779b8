package dev.cowork.proposal;

import dev.cowork.proposal.authority.Circumstances;
import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.Money;
import dev.cowork.workspace.Position;
import dev.cowork.workspace.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// What proposals may become, written from what is promised about them and not from the code: the reference that a
/// history is held against. Knows nothing of tables, cards and transactions.
final class LifeModel {
    /// One proposal.
    static final class Case {
        final MemberId by;
        final Set<MemberId> tookPart;
        final Circumstances circumstances;
        final String gesture;
        final List<Step> steps = new ArrayList<>();
        final List<Asked> questions = new ArrayList<>();
        Ask ask;
        int requires;
        int version = 1;
        Proposal.State state = Proposal.State.OPEN;
        Instant from;
        Instant until;
        Optional<MemberId> led = Optional.empty();
        Optional<MemberId> wentTo = Optional.empty();
        boolean isReminded;
        boolean hasGoneOn;
        boolean isHurried;
        LifeDesk.Waiting shown = LifeDesk.Waiting.NOBODY;

        Case(Deed.Propose deed, String gesture, int requires, Instant from, Instant until) {
            this.by = deed.by();
            this.circumstances = deed.circumstances();
            this.tookPart = new HashSet<>(deed.tookPart());
            this.ask = deed.ask();
            this.gesture = gesture;
            this.requires = requires;
            this.from = from;
            this.until = until;
        }

        /// Who works on it, or has approved it already.
        boolean hasToDoWith(MemberId member) {
            return tookPart.contains(member)
                    || steps.stream().anyMatch(step -> step.by().equals(member));
        }

        boolean isOver(Instant now) {
            return state == Proposal.State.OPEN && !now.isBefore(until);
        }

        @Override
        public String toString() {
            return "%s v%d needs %d until %s%s%s%s%s: %s %s"
                    .formatted(
                            state,
                            version,
                            requires,
                            until,
                            isReminded ? " reminded" : "",
                            hasGoneOn
                                    ? " went on to "
                                            + wentTo.map(MemberId::value).orElse("nobody")
                                    : "",
                            isHurried ? " hurried" : "",
                            led.map(to -> " led to " + to).orElse(""),
                            terms(ask),
                            steps);
        }
    }

    record Step(MemberId by, ProposalDecided.Verdict verdict, String granted, Ask ask, String gesture, Instant at) {
        @Override
        public String toString() {
            return by + " " + verdict + " " + granted;
        }
    }

    static final class Asked {
        final String gesture;
        Optional<String> answeredIn = Optional.empty();

        Asked(String gesture) {
            this.gesture = gesture;
        }
    }

    /// A press as it arrives, the same at each delivery.
    record Pressed(int which, int version, MemberId by, boolean isVisitor, String gesture) {}

    final List<Case> cases = new ArrayList<>();
    /// What the audit must hold: deed, person and, for the refused, why.
    final List<String> audit = new ArrayList<>();
    /// How many times whoever listens must have heard of an end.
    int ends;

    private final LifeAuthority authority = new LifeAuthority(cases);
    private final LifeDesk desk = new LifeDesk(cases, authority, audit);

    static String terms(Ask ask) {
        return switch (ask) {
            case Ask.Compensation it -> it.kind() + " " + it.amount();
            case Ask.Escalation it -> "to " + it.to();
        };
    }

    void name(MemberId member, Role role) {
        authority.settings.put(member, role);
    }

    /// Whether the person may say so.
    boolean nameAtHome(Position position, MemberId by) {
        var isTaken = authority.name(position, by);
        if (isTaken) {
            audit.add("named " + by);
            desk.othersWereSeen();
        }
        return isTaken;
    }

    boolean rule(Deed.Rule deed) {
        var isTaken = authority.isAdmin(deed.by()) && !deed.isStale();
        if (isTaken) {
            authority.rule(deed);
            audit.add("ruled " + deed.by());
            desk.othersWereSeen();
        }
        return isTaken;
    }

    /// What is settled stays as it is.
    void join(MemberId member, Instant now) {
        cases.stream()
                .filter(one -> one.state == Proposal.State.OPEN || one.state == Proposal.State.EXPIRED)
                .filter(one -> one.tookPart.add(member))
                .forEach(one -> {
                    desk.show(one, now);
                    audit.add("joined " + member);
                });
    }

    void goAway(MemberId member, Instant until, Instant now) {
        desk.goAway(member, until, now);
    }

    void comeBack(MemberId member, Instant now) {
        desk.comeBack(member, now);
    }

    void stand(MemberId member, boolean isGuest) {
        authority.stand(member, isGuest);
    }

    void lead(Deed.Lead deed) {
        desk.lead(deed);
    }

    void limit(Money agent, Money supervisor) {
        authority.limit(agent, supervisor);
    }

    /// Whether it is taken at all.
    boolean propose(Deed.Propose deed, String gesture, Instant now) {
        if (cases.stream().anyMatch(one -> one.gesture.equals(gesture))) {
            return true;
        }
        var isNothing = deed.ask() instanceof Ask.Compensation it && it.amount().minor() == 0;
        var needs = deed.isOwn() ? OptionalInt.of(1) : authority.asked(deed, now);
        if (isNothing || needs.isEmpty() || deed.isOwn() && !authority.isOwn(deed, now)) {
            return false;
        }
        var made = new Case(deed, gesture, needs.orElseThrow(), now, now.plus(patience(deed.ask())));
        cases.add(made);
        if (deed.isOwn()) {
            settle(
                    made,
                    new Step(
                            deed.by(),
                            ProposalDecided.Verdict.OWN_AUTHORITY,
                            terms(deed.ask()),
                            deed.ask(),
                            gesture,
                            now),
                    Proposal.State.APPROVED);
        } else {
            desk.begin(made, now);
            audit.add("proposed " + deed.by());
        }
        return true;
    }

    /// Whether the person would be let through to the decision now.
    boolean mayDecide(Pressed press, Instant now) {
        return press.which < cases.size()
                && !cases.get(press.which).isOver(now)
                && refusal(cases.get(press.which), press).isEmpty();
    }

    void decide(Pressed press, Wish wish, Instant now) {
        take(press, now).ifPresent(one -> decide(one, press, wish, now));
    }

    void ask(Pressed press, Instant now) {
        if (press.which < cases.size()
                && cases.get(press.which).questions.stream().anyMatch(it -> it.gesture.equals(press.gesture))) {
            return;
        }
        take(press, now).ifPresent(one -> {
            one.questions.add(new Asked(press.gesture));
            desk.show(one, now);
            audit.add("asked " + press.by);
        });
    }

    void answer(Pressed press, Instant now) {
        if (press.which >= cases.size()
                || press.version > cases.get(press.which).questions.size()) {
            refuse(press, Refusal.Why.UNKNOWN);
            return;
        }
        var one = cases.get(press.which);
        var question = one.questions.get(press.version - 1);
        if (press.isVisitor || !one.tookPart.contains(press.by)) {
            refuse(press, Refusal.Why.TOOK_PART);
        } else if (question.answeredIn.isEmpty()) {
            answer(one, question, press, now);
        } else if (!question.answeredIn.get().equals(press.gesture)) {
            refuse(press, Refusal.Why.ANSWERED);
        }
    }

    /// What came to its end needs no answer.
    private void answer(Case one, Asked question, Pressed press, Instant now) {
        if (one.state != Proposal.State.OPEN) {
            refuse(press, one.state == Proposal.State.EXPIRED ? Refusal.Why.EXPIRED : Refusal.Why.SETTLED);
            return;
        }
        question.answeredIn = Optional.of(press.gesture);
        desk.show(one, now);
        audit.add("answered " + press.by + " " + press.gesture);
    }

    void renew(Pressed press, Instant now) {
        if (press.which >= cases.size()) {
            refuse(press, Refusal.Why.UNKNOWN);
            return;
        }
        var one = cases.get(press.which);
        if (press.isVisitor || !(authority.role(press.by).decides() || one.tookPart.contains(press.by))) {
            refuse(press, Refusal.Why.NO_DECIDER);
        } else if (one.state != Proposal.State.EXPIRED || one.version != press.version) {
            refuse(press, Refusal.Why.STALE);
        } else {
            one.state = Proposal.State.OPEN;
            one.version++;
            one.until = now.plus(patience(one.ask));
            desk.beginAgain(one, now);
            audit.add("renewed " + press.by);
        }
    }

    void lookAtDeadlines(Instant now) {
        cases.stream().filter(one -> one.isOver(now)).forEach(this::expire);
        desk.look(now);
    }

    private void expire(Case one) {
        one.state = Proposal.State.EXPIRED;
        ends++;
        audit.add("expired system");
    }

    private Optional<Case> take(Pressed press, Instant now) {
        if (press.which >= cases.size()) {
            return refuse(press, Refusal.Why.UNKNOWN);
        }
        var one = cases.get(press.which);
        if (one.steps.stream().anyMatch(step -> step.gesture.equals(press.gesture))) {
            return Optional.empty();
        }
        if (one.isOver(now)) {
            expire(one);
        }
        var why = refusal(one, press);
        why.ifPresent(it -> refuse(press, it));
        return why.isPresent() ? Optional.empty() : Optional.of(one);
    }

    private Optional<Refusal.Why> refusal(Case one, Pressed press) {
        if (press.isVisitor) {
            return Optional.of(Refusal.Why.OTHER_WORKSPACE);
        }
        if (authority.isGuest(press.by)) {
            return Optional.of(Refusal.Why.NO_MEMBER);
        }
        if (one.state == Proposal.State.EXPIRED) {
            return Optional.of(Refusal.Why.EXPIRED);
        }
        if (one.state != Proposal.State.OPEN) {
            return Optional.of(Refusal.Why.SETTLED);
        }
        if (one.by.equals(press.by)) {
            return Optional.of(Refusal.Why.OWN);
        }
        if (one.tookPart.contains(press.by)) {
            return Optional.of(Refusal.Why.TOOK_PART);
        }
        if (!authority.role(press.by).decides() && !one.led.equals(Optional.of(press.by))) {
            return Optional.of(Refusal.Why.NO_DECIDER);
        }
        if (one.steps.stream().anyMatch(step -> step.by.equals(press.by))) {
            return Optional.of(Refusal.Why.SECOND_IS_ANOTHER);
        }
        return one.version == press.version ? Optional.empty() : Optional.of(Refusal.Why.STALE);
    }

    private void decide(Case one, Pressed press, Wish wish, Instant now) {
        if (wish instanceof Wish.Decline) {
            settle(
                    one,
                    new Step(press.by, wish.verdict(), "nothing", one.ask, press.gesture, now),
                    Proposal.State.DECLINED);
            return;
        }
        var granted = wish.granted(one.ask);
        var worth = authority.decided(press.by, one, granted, now);
        if (worth.isEmpty()) {
            refuse(press, Refusal.Why.ABOVE_AUTHORITY);
            return;
        }
        var needs = granted.equals(one.ask) ? Math.max(one.requires, worth.getAsInt()) : worth.getAsInt();
        if (needs == 2 && !one.steps.isEmpty() && !isWithin(granted, one.steps.getFirst().ask)) {
            refuse(press, Refusal.Why.MORE_THAN_FIRST);
            return;
        }
        var step = new Step(press.by, wish.verdict(), terms(granted), granted, press.gesture, now);
        if (one.steps.size() + 1 >= needs) {
            settle(one, step, Proposal.State.APPROVED);
            return;
        }
        one.steps.add(step);
        desk.show(one, now);
        audit.add(step.verdict + " " + step.by + " " + step.gesture);
        if (!granted.equals(one.ask) || needs != one.requires) {
            one.ask = granted;
            one.requires = needs;
            one.version++;
        }
    }

    private void settle(Case one, Step last, Proposal.State end) {
        one.steps.add(last);
        one.state = end;
        ends++;
        audit.add(last.verdict + " " + last.by + " " + last.gesture);
    }

    private <T> Optional<T> refuse(Pressed press, Refusal.Why why) {
        audit.add("refused " + press.by + " " + why + " " + press.gesture);
        return Optional.empty();
    }

    private static boolean isWithin(Ask granted, Ask first) {
        return granted instanceof Ask.Compensation(var kind, var amount, var _)
                && first instanceof Ask.Compensation(var firstKind, var firstAmount, var _)
                && kind == firstKind
                && amount.isWithin(firstAmount);
    }

    private static Duration patience(Ask ask) {
        return switch (ask) {
            case Ask.Compensation _ -> Duration.ofHours(2);
            case Ask.Escalation it ->
                switch (it.urgency()) {
                    case NOW -> Duration.ofMinutes(30);
                    case TODAY -> Duration.ofHours(2);
                    case THIS_WEEK -> Duration.ofHours(24);
                };
        };
    }
}
