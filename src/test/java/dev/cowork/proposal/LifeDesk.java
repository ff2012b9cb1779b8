package dev.cowork.proposal;

import dev.cowork.workspace.MemberId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Who is waited for and who is called, for [LifeModel]: written from what is promised and not from the code.
final class LifeDesk {
    /// Whom a card names: who may decide it and is there, and who is away.
    record Waiting(Set<MemberId> there, Set<MemberId> away) {
        static final Waiting NOBODY = new Waiting(Set.of(), Set.of());

        boolean isDeserted() {
            return there.isEmpty() && !away.isEmpty();
        }
    }

    private record StandIn(MemberId member, int share) {}

    private final List<LifeModel.Case> cases;
    private final LifeAuthority authority;
    private final List<String> audit;
    private final Map<MemberId, Instant> absences = new HashMap<>();
    private final Map<String, MemberId> leads = new HashMap<>();
    private Optional<StandIn> standIn = Optional.empty();
    private Optional<Set<MemberId>> seen = Optional.empty();

    LifeDesk(List<LifeModel.Case> cases, LifeAuthority authority, List<String> audit) {
        this.cases = cases;
        this.authority = authority;
        this.audit = audit;
    }

    private Waiting waiting(LifeModel.Case one, Instant now) {
        var may = Deed.PEOPLE.stream()
                .filter(it -> authority.role(it).decides() || one.led.equals(Optional.of(it)))
                .filter(it -> !authority.isGuest(it))
                .filter(it -> !one.hasToDoWith(it))
                .collect(Collectors.partitioningBy(it -> isAway(it, now), Collectors.toSet()));
        return new Waiting(may.get(false), may.get(true));
    }

    private boolean isAway(MemberId member, Instant now) {
        return absences.containsKey(member) && absences.get(member).isAfter(now);
    }

    void show(LifeModel.Case one, Instant now) {
        one.shown = waiting(one, now);
    }

    void begin(LifeModel.Case one, Instant now) {
        if (one.ask instanceof Ask.Escalation it) {
            one.led = Optional.ofNullable(leads.get(it.to().name()));
        }
        refresh(one, now);
    }

    void beginAgain(LifeModel.Case one, Instant now) {
        one.from = now;
        one.isReminded = false;
        one.hasGoneOn = false;
        one.wentTo = Optional.empty();
        refresh(one, now);
    }

    private void refresh(LifeModel.Case one, Instant now) {
        show(one, now);
        one.isHurried = one.shown.isDeserted() && !one.hasGoneOn;
    }

    void goAway(MemberId member, Instant until, Instant now) {
        absences.put(member, until);
        audit.add("away " + member);
        refreshWhatWaitsFor(member, now);
    }

    void comeBack(MemberId member, Instant now) {
        if (absences.remove(member) != null) {
            audit.add("back " + member);
            refreshWhatWaitsFor(member, now);
        }
    }

    private void refreshWhatWaitsFor(MemberId member, Instant now) {
        cases.stream()
                .filter(one -> one.state == Proposal.State.OPEN && !one.hasToDoWith(member))
                .forEach(one -> refresh(one, now));
    }

    void lead(Deed.Lead deed) {
        if (!authority.role(deed.by()).decides()) {
            return;
        }
        var before = told(deed.role());
        if (deed.role().equals("STAND_IN")) {
            standIn = deed.place().map(it -> new StandIn(it, deed.share()));
        } else if (deed.place().isPresent()) {
            leads.put(deed.role(), deed.place().get());
        } else {
            leads.remove(deed.role());
        }
        if (!before.equals(told(deed.role()))) {
            audit.add("led " + deed.by());
        }
    }

    private String told(String role) {
        return role.equals("STAND_IN") ? standIn.toString() : String.valueOf(leads.get(role));
    }

    /// An administrator's change is looked at by the program itself, which knows other settings than a history's.
    void othersWereSeen() {
        seen = Optional.of(Set.of(new MemberId("UOTHERS")));
    }

    void look(Instant now) {
        for (var member : Deed.PEOPLE) {
            if (absences.containsKey(member) && !isAway(member, now)) {
                absences.remove(member);
                audit.add("back system");
                refreshWhatWaitsFor(member, now);
            }
        }
        var deciders =
                Deed.PEOPLE.stream().filter(it -> authority.role(it).decides()).collect(Collectors.toSet());
        if (seen.isPresent() && !seen.get().equals(deciders)) {
            cases.stream().filter(one -> one.state == Proposal.State.OPEN).forEach(one -> refresh(one, now));
        }
        seen = Optional.of(deciders);
        cases.stream()
                .filter(one -> one.state == Proposal.State.OPEN)
                .filter(one -> standIn.isPresent() && !one.hasGoneOn)
                .filter(one -> one.isHurried || isPast(one, standIn.get().share(), now))
                .forEach(one -> goOn(one, standIn.get().member(), now));
        cases.stream()
                .filter(one -> one.state == Proposal.State.OPEN && !one.isReminded && isPast(one, 50, now))
                .forEach(one -> {
                    one.isReminded = true;
                    audit.add("reminded system");
                });
    }

    private void goOn(LifeModel.Case one, MemberId to, Instant now) {
        one.hasGoneOn = true;
        one.isHurried = false;
        if (waiting(one, now).there().contains(to)) {
            one.wentTo = Optional.of(to);
            show(one, now);
        }
        audit.add("went on system");
    }

    private static boolean isPast(LifeModel.Case one, int hundredths, Instant now) {
        var share =
                Duration.between(one.from, one.until).multipliedBy(hundredths).dividedBy(100);
        return !now.isBefore(one.from.plus(share));
    }
}
