package dev.cowork.proposal;

import static dev.cowork.proposal.Office.SUPERVISORS;
import static dev.cowork.proposal.Office.refund;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cowork.AnotherApplication;
import dev.cowork.audit.Finding;
import dev.cowork.workspace.WorkspaceId;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Presses at the same moment: one decides, the others learn what is true.
@QuarkusTest
@TestProfile(AnotherApplication.class)
class ManyAtOnceTest {
    @Inject
    Office office;

    private final WorkspaceId workspace = Office.aWorkspace();

    @Test
    void twoHundredPressesByTwentyPeopleAreOneDecision() throws Exception {
        var proposal = office.proposed(workspace, refund("150 USD"));
        var deciders = SUPERVISORS.subList(0, 19);
        var presses = IntStream.range(0, 200)
                .<Runnable>mapToObj(number -> () -> office.decide(
                        office.press(proposal, 1, deciders.get(number % deciders.size())),
                        number % 2 == 0 ? new Wish.Approve() : new Wish.Decline("no")))
                .toList();

        atOnce(presses, 40);

        var winner = office.steps(proposal).getFirst();
        var truth = (winner.isGrant() ? "Already approved by " : "Already declined by ")
                + winner.by().mention();
        assertEquals(1, office.steps(proposal).size());
        assertEquals(1, office.heard.in(workspace).size());
        var told = office.whispers(workspace);
        assertEquals(199, told.size());
        assertEquals(199, told.stream().filter(words -> words.contains(truth)).count(), told::getFirst);
        assertEquals(
                201,
                assertInstanceOf(Finding.Intact.class, office.chain.verify(workspace))
                        .entries());
    }

    @Test
    void twoHundredPairsAreTwoHundredDecisions() throws Exception {
        for (var pair = 0; pair < 200; pair++) {
            var here = Office.aWorkspace();
            var proposal = office.proposed(here, refund("150 USD"));

            atOnce(
                    List.of(
                            () -> office.approve(proposal, 1, SUPERVISORS.get(0)),
                            () -> office.decide(office.press(proposal, 1, SUPERVISORS.get(1)), new Wish.Decline("no"))),
                    2);

            assertEquals(1, office.steps(proposal).size());
            assertTrue(office.whispers(here).getFirst().contains("Already "));
        }
    }

    @Test
    void twentyAtOnceDoNotGetAroundACapInPieces() throws Exception {
        var taken = new AtomicInteger();
        var grants = IntStream.range(0, 20)
                .<Runnable>mapToObj(number -> () -> {
                    var wanted = Office.wanted(
                            workspace, refund("30 USD"), UUID.randomUUID().toString(), "Kim");
                    try {
                        QuarkusTransaction.requiringNew().run(() -> office.proposing.grantAlone(wanted));
                        taken.incrementAndGet();
                    } catch (RuntimeException aboveTheCap) {
                        assertTrue(causes(aboveTheCap).contains("nobody's own authority"), causes(aboveTheCap));
                    }
                })
                .toList();

        // Fewer than there are connections, of which the bot needs some meanwhile.
        atOnce(grants, 10);

        assertEquals(3, taken.get(), "of $30 each under a cap of $100 for one customer");
    }

    private static String causes(Throwable thrown) {
        return thrown.getCause() == null ? thrown.toString() : thrown + ", " + causes(thrown.getCause());
    }

    @Test
    void aPressAndTheDeadlineEndItOnce() throws Exception {
        for (var round = 0; round < 50; round++) {
            var here = Office.aWorkspace();
            var proposal = office.proposed(here, refund("150 USD"));
            office.clock.by(Duration.ofHours(2).minusMillis(3 * (round % 5)));

            atOnce(
                    List.of(
                            () -> office.approve(proposal, 1, SUPERVISORS.get(0)),
                            office.expiring::expireDue,
                            office.expiring::expireDue),
                    3);

            var isApproved = office.state(proposal) == Proposal.State.APPROVED;
            assertEquals(isApproved ? 1 : 0, office.steps(proposal).size());
            assertEquals(isApproved, office.whispers(here).isEmpty());
            assertNotEquals(2, office.heard.in(here).size());
        }
    }

    private static void atOnce(List<Runnable> deeds, int abreast) throws Exception {
        var barrier = new CyclicBarrier(abreast);
        try (var people = Executors.newFixedThreadPool(abreast)) {
            var running = IntStream.range(0, abreast)
                    .<Future<?>>mapToObj(lane -> people.submit(() -> {
                        barrier.await();
                        share(deeds, lane, abreast).forEach(Runnable::run);
                        return null;
                    }))
                    .toList();
            for (var one : running) {
                finished(one);
            }
        }
    }

    private static Stream<Runnable> share(List<Runnable> deeds, int lane, int abreast) {
        return IntStream.range(0, deeds.size())
                .filter(deed -> deed % abreast == lane)
                .mapToObj(deeds::get);
    }

    private static void finished(Future<?> one) throws InterruptedException {
        try {
            one.get();
        } catch (ExecutionException e) {
            throw new AssertionError("a press failed", e.getCause());
        }
    }
}
