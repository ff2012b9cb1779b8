package dev.cowork.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.WorkspaceId;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Pins what supervisors may see: nothing of fewer than five people, of no step that fewer were scored in, and a
/// person only while they allow it.
@QuarkusTest
class PracticeRoomTest {
    private final WorkspaceId workspace = new WorkspaceId("T" + UUID.randomUUID());
    private final DrillRuns runs;
    private final DrillMarks marks;
    private final Consents consents;
    private final PracticeBook book;
    private final InstantSource clock;

    PracticeRoomTest(DrillRuns runs, DrillMarks marks, Consents consents, PracticeBook book, InstantSource clock) {
        this.runs = runs;
        this.marks = marks;
        this.consents = consents;
        this.book = book;
        this.clock = clock;
    }

    @Test
    void fourPeopleAreNotSpokenOfAndFiveAreTogether() {
        for (var person = 1; person <= 4; person++) {
            practised("U" + person, clock.instant(), Step.HEAR, Step.RESOLVE);
        }
        practised("U1", clock.instant(), Step.HEAR);
        assertEquals(new PracticeBook.Team(0, List.of(), List.of()), book.teamOf(workspace));

        practised("U5", clock.instant(), Step.HEAR);
        var team = book.teamOf(workspace);
        assertEquals(5, team.people());
        assertEquals(
                List.of(new PracticeBook.Earned("Hear", 100)), team.steps(), "in the other step only four were scored");
        assertEquals(List.of(), team.consenting());
    }

    @Test
    void whoPractisedLongAgoDoesNotMakeTheFifth() {
        for (var person = 1; person <= 4; person++) {
            practised("U" + person, clock.instant(), Step.HEAR);
        }
        practised("U5", clock.instant().minus(91, ChronoUnit.DAYS), Step.HEAR);

        assertEquals(0, book.teamOf(workspace).people());
    }

    @Test
    void aPersonIsSeenOnlyWhileTheyAllowIt() {
        practised("U1", clock.instant(), Step.HEAR);
        practised("U2", clock.instant(), Step.HEAR);
        QuarkusTransaction.requiringNew().run(() -> consents.give(workspace, new MemberId("U1"), clock.instant()));
        assertEquals(
                new PracticeBook.Team(
                        0,
                        List.of(),
                        List.of(new PracticeBook.Person(
                                new MemberId("U1"), 1, List.of(new PracticeBook.Earned("Hear", 100))))),
                book.teamOf(workspace));

        QuarkusTransaction.requiringNew().run(() -> consents.takeBack(workspace, new MemberId("U1")));
        assertEquals(List.of(), book.teamOf(workspace).consenting());
    }

    @Test
    void theFifthCannotBeWorkedOutFromFourWhoAreShown() {
        for (var person = 1; person <= 5; person++) {
            practised("U" + person, clock.instant(), Step.HEAR);
        }
        for (var person = 1; person <= 4; person++) {
            var member = new MemberId("U" + person);
            QuarkusTransaction.requiringNew().run(() -> consents.give(workspace, member, clock.instant()));
        }
        assertEquals(List.of(), book.teamOf(workspace).steps());

        QuarkusTransaction.requiringNew().run(() -> consents.give(workspace, new MemberId("U5"), clock.instant()));
        assertEquals(
                List.of(new PracticeBook.Earned("Hear", 100)),
                book.teamOf(workspace).steps());
    }

    private void practised(String member, Instant at, Step... earned) {
        QuarkusTransaction.requiringNew().run(() -> {
            var drill = DrillShelf.builtIn().getFirst();
            var run = DrillRun.begin(
                    RunKey.fresh(workspace), new MemberId(member), drill, DrillRun.Way.ROLE_PLAY, Help.FULL, at);
            var card = new Scorecard(
                    Arrays.stream(earned)
                            .map(step -> new Scorecard.Mark(step, true, "Well said."))
                            .toList(),
                    "",
                    "");
            run.end(card, Optional.empty(), at);
            runs.persist(run);
            card.marks().forEach(mark -> marks.persist(DrillMark.of(run, mark)));
        });
    }
}
