package dev.cowork.panel;

import dev.cowork.delivery.Delivery;
import dev.cowork.delivery.Errand;
import dev.cowork.delivery.TryLaterException;
import dev.cowork.partner.Partner;
import dev.cowork.partner.PartnerUnavailableException;
import dev.cowork.partner.Specialist;
import dev.cowork.slack.LiveText;
import dev.cowork.workspace.trace.Trace;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// The story of one panel: all are asked at once, those who contradict each other about facts once more, and one writes
/// under what came of it. On the lane on which the partner answers, so that one speaks after the other.
@ApplicationScoped
class Convening implements Errand {
    static final String KIND = "panel";
    private static final Duration SOON = Duration.ofSeconds(1);

    private final KeepingPanel keeping;
    private final Profiles profiles;
    private final Slices slices;
    private final Budget budget;
    private final Partner partner;
    private final LiveText liveText;
    private final PanelConfig config;

    Convening(
            KeepingPanel keeping,
            Profiles profiles,
            Slices slices,
            Budget budget,
            Partner partner,
            LiveText liveText,
            PanelConfig config) {
        this.keeping = keeping;
        this.profiles = profiles;
        this.slices = slices;
        this.budget = budget;
        this.partner = partner;
        this.liveText = liveText;
        this.config = config;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(Delivery delivery) {
        var id = UUID.fromString(delivery.body());
        // A restart is no fault of theirs: they have all of the time again.
        keeping.giveTime(delivery.workspace(), id, config.patience());
        for (var taken = keeping.takeUp(delivery.workspace(), id);
                taken.isPresent();
                taken = keeping.takeUp(delivery.workspace(), id)) {
            var now = taken.get();
            Trace.of("panel", Map.of("cowork.panel", id.toString()), () -> goOn(now));
        }
    }

    @Override
    public void gaveUp(Delivery delivery, Throwable why) {
        keeping.gaveUp(delivery.workspace(), UUID.fromString(delivery.body()));
    }

    private void goOn(KeepingPanel.TakenUp taken) {
        var parts = parts(taken);
        if (taken.isDraft()) {
            keeping.drafted(taken, draft(taken, parts));
            return;
        }
        var asked = taken.asked();
        if (!asked.isEmpty() && isTooDear(taken, parts, asked)) {
            asked.forEach(seat -> keeping.isMissing(
                    taken,
                    seat,
                    "a call may cost no more than " + budget.callLimit().shown()));
        } else if (!asked.isEmpty()) {
            hear(taken, parts);
        }
        keeping.roundIsOver(taken);
    }

    private void hear(KeepingPanel.TakenUp taken, Map<String, Specialist.Part> parts) {
        var panel = taken.panel();
        var board = liveText.plan(
                panel.workspace(),
                taken.held().thread(),
                panel.calledBy(),
                panel.board(),
                BoardCard.title(panel.round()));
        panel.seats()
                .forEach(seat -> board.show(BoardCard.task(seat, taken.asked().contains(seat))));
        try {
            new HearingSpecialists().hear(taken.asked(), new Table(taken, parts, board));
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            throw new TryLaterException(SOON, ending);
        } finally {
            board.end();
        }
    }

    /// What each is told alone. Whose file is gone since sits with nothing in hand and is missing.
    private Map<String, Specialist.Part> parts(KeepingPanel.TakenUp taken) {
        var parts = new HashMap<String, Specialist.Part>();
        for (var profile : profiles.all()) {
            if (taken.asked().stream().anyMatch(seat -> seat.id().equals(profile.id()))) {
                parts.put(profile.id(), slices.partOf(profile, taken.matter()));
            }
        }
        return parts;
    }

    private boolean isTooDear(KeepingPanel.TakenUp taken, Map<String, Specialist.Part> parts, List<Seat> asked) {
        var all = asked.stream()
                .flatMap(seat -> Optional.ofNullable(parts.get(seat.id())).stream())
                .toList();
        var longest = all.stream().mapToLong(Specialist.Part::size).max().orElse(0);
        return !budget.allows(
                taken.panel(),
                taken.matter().size() + longest,
                all.stream().map(Specialist.Part::tokens).toList());
    }

    private Optional<Specialist.Written> draft(KeepingPanel.TakenUp taken, Map<String, Specialist.Part> parts) {
        var writer = taken.asked().stream()
                .flatMap(seat -> Optional.ofNullable(parts.get(seat.id())).stream())
                .findFirst();
        if (writer.isEmpty() || isTooDear(taken, parts, taken.asked())) {
            return Optional.empty();
        }
        try {
            return Optional.of(partner.writeUnder(taken.matter(), writer.get(), taken.told()));
        } catch (PartnerUnavailableException why) {
            Log.warnf("nobody wrote under panel %s: %s", taken.panel().id(), why.kind());
            return Optional.empty();
        }
    }

    /// Asks them, keeps what they say, and shows how far they are.
    private final class Table implements HearingSpecialists.Table<Specialist.Taken> {
        private final KeepingPanel.TakenUp taken;
        private final Map<String, Specialist.Part> parts;
        private final LiveText.Plan board;

        Table(KeepingPanel.TakenUp taken, Map<String, Specialist.Part> parts, LiveText.Plan board) {
            this.taken = taken;
            this.parts = parts;
            this.board = board;
        }

        @Override
        public Specialist.Taken ask(Seat seat) {
            var part = Optional.ofNullable(parts.get(seat.id()))
                    .orElseThrow(() -> new PartnerUnavailableException(
                            PartnerUnavailableException.Cause.EMPTY, Optional.empty(), null));
            return partner.takePosition(taken.matter(), part, taken.told());
        }

        @Override
        public void spoke(Seat seat, Specialist.Taken said) {
            keeping.spoke(taken, seat, said);
            board.show(BoardCard.done(seat, said.position().recommendation()));
        }

        @Override
        public void isMissing(Seat seat, String why) {
            keeping.isMissing(taken, seat, why);
            board.show(BoardCard.missing(seat, why));
        }

        @Override
        public boolean isStopped() {
            return keeping.isStopped(taken);
        }

        @Override
        public boolean isTimeUp() {
            return keeping.isTimeUp(taken);
        }
    }
}
