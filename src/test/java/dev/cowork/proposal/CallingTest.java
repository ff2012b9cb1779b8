package dev.cowork.proposal;

import static dev.cowork.proposal.Office.SUPERVISORS;
import static dev.cowork.proposal.Office.TOOK_PART;
import static dev.cowork.proposal.Office.refund;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cowork.AnotherApplication;
import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.WorkspaceId;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Time is a state: one reminder, one stand-in, nobody called who is away, no flood.
@QuarkusTest
@TestProfile(AnotherApplication.class)
class CallingTest {
    private static final MemberId SAM = SUPERVISORS.get(0);
    private static final MemberId MIA = SUPERVISORS.get(1);
    private static final Duration TIME = Duration.ofHours(2);

    @Inject
    Office office;

    private final WorkspaceId workspace = Office.aWorkspace();

    @Test
    void remindsOnceForEachDeadline() throws Exception {
        var proposal = office.proposed(workspace, refund("150 USD"));
        office.clock.by(Duration.ofMinutes(59));
        look();
        assertEquals(0, reminders(proposal));

        office.clock.by(Duration.ofMinutes(2));
        lookFromFourAtOnce();
        look();

        assertEquals(1, reminders(proposal));
        office.clock.by(TIME);
        office.expiring.expireDue();
        QuarkusTransaction.requiringNew().run(() -> office.renewing.renew(office.press(proposal, 1, SAM)));
        look();
        assertEquals(1, reminders(proposal), "a new deadline has its own reminder, not at once");
        office.clock.by(Duration.ofMinutes(61));
        look();
        assertEquals(2, reminders(proposal));
    }

    @Test
    void remindsNobodyOfWhatIsDecided() {
        var proposal = office.proposed(workspace, refund("150 USD"));
        office.approve(proposal, 1, SAM);

        office.clock.by(Duration.ofMinutes(90));
        look();

        assertEquals(0, reminders(proposal));
    }

    @Test
    void goesOnToTheStandInWhoseMessageStaysTrue() {
        standsIn(MIA.value(), 75);
        var proposal = office.proposed(workspace, refund("150 USD"));
        office.clock.by(Duration.ofMinutes(89));
        look();
        assertEquals(List.of(), office.posts(workspace, "/view/" + MIA));

        office.clock.by(Duration.ofMinutes(2));
        look();
        look();

        var direct = office.posts(workspace, "/view/" + MIA);
        assertTrue(direct.getFirst().contains("proposal_approve"));
        assertTrue(office.posts(workspace, "/thread").getLast().contains("it went on to <@" + MIA + ">"));
        office.approve(proposal, 1, SAM);
        direct = office.posts(workspace, "/view/" + MIA);
        assertTrue(direct.getLast().contains("Approved by <@" + SAM + ">"));
        assertFalse(direct.getLast().contains("\"button\""), "live buttons in a direct message");
        assertEquals(1, went(proposal));
    }

    @Test
    void callsTheStandInAgainForEachDeadline() {
        standsIn("CONCALL01", 50);
        var proposal = office.proposed(workspace, refund("150 USD"));
        office.clock.by(Duration.ofMinutes(61));
        look();
        office.clock.by(TIME);
        office.expiring.expireDue();
        QuarkusTransaction.requiringNew().run(() -> office.renewing.renew(office.press(proposal, 1, SAM)));
        office.clock.by(Duration.ofMinutes(61));
        look();

        assertEquals(2, went(proposal));
        assertEquals(
                2,
                office.posts(workspace, "/view/CONCALL01").stream()
                        .filter(post -> post.contains("\"CREATE\""))
                        .count());
    }

    @Test
    void whoeverPressesInTheChannelAnEscalationLeadsToMayTakeItOn() {
        var lawyer = new Ask.Escalation(Ask.Target.LEGAL, Ask.Urgency.NOW, "A lawyer wrote", "");
        leads("LEGAL", "COTHER001", Optional.empty());
        var elsewhere = office.proposed(workspace, lawyer);
        office.approve(elsewhere, 1, Office.BYSTANDER);
        assertEquals(Proposal.State.OPEN, office.state(elsewhere));
        assertTrue(office.whispers(workspace).getLast().contains("Only a supervisor may decide this"));

        leads("LEGAL", "CNOWHERE1", Optional.empty());
        var there = office.proposed(workspace, lawyer);
        var money = office.proposed(workspace, refund("150 USD"));
        office.approve(there, 1, Office.BYSTANDER);
        office.approve(money, 1, Office.BYSTANDER);

        assertEquals(Proposal.State.APPROVED, office.state(there));
        assertEquals(Proposal.State.OPEN, office.state(money));
    }

    @Test
    void aStandInWhoMayNotDecideIsNotAsked() {
        standsIn(TOOK_PART.value(), 50);
        var proposal = office.proposed(workspace, refund("150 USD"));
        office.clock.by(Duration.ofMinutes(61));
        look();

        assertEquals(List.of(), office.posts(workspace, "/view/" + TOOK_PART));
        assertEquals(1, went(proposal));
        assertFalse(office.posts(workspace, "/thread").getLast().contains("it went on to"));
    }

    @Test
    void namesNobodyWhoIsAwayAndGoesOnAtOnceWhereAllAre() {
        standsIn("CONCALL01", 90);
        away(MIA);
        office.proposed(workspace, refund("150 USD"));
        var card = office.posts(workspace, "/approval").getFirst();
        assertTrue(card.contains("Waiting for <@USUP0>, <@USUP2>"), card);
        assertTrue(card.contains("Away: <@USUP1> until"), card);

        SUPERVISORS.forEach(this::away);
        away(new MemberId("UMIA00001"));
        office.proposed(workspace, refund("160 USD"));
        card = office.posts(workspace, "/approval").getLast();
        assertTrue(card.contains("everybody who may decide it is away"), card);
        look();

        assertTrue(office.posts(workspace, "/view/CONCALL01").getFirst().contains("160.00"));
        assertEquals(
                1,
                office.posts(workspace, "/view/CONCALL01").stream()
                        .filter(post -> post.contains("proposal_approve") && post.contains("\"CREATE\""))
                        .count());
    }

    @Test
    void tellsWhoHasManyOpenOnceAndByNameNoMore() {
        // The application's own chore goes by the true time: whatever it sends is more than an hour old here.
        office.clock.by(Duration.ofMinutes(61));
        var proposals = IntStream.range(0, 5)
                .mapToObj(_ -> office.proposed(workspace, refund("150 USD")))
                .toList();
        assertTrue(office.posts(workspace, "/approval").getLast().contains("Waiting for <@USUP0>"));

        proposals.forEach(proposal -> office.proposed(workspace, refund("170 USD")));

        var card = office.posts(workspace, "/approval").getLast();
        assertTrue(card.contains("people who get a list of all that waits") && !card.contains("<@USUP0>"), card);
        var chores = digests().size();
        digest();
        digest();
        var digests = digests().subList(chores, digests().size());
        assertEquals(1, digests.size(), digests::toString);
        assertTrue(digests.getFirst().contains("10 proposals wait for your decision"), digests::toString);
        office.clock.by(Duration.ofMinutes(61));
        look();
        digest();
        assertEquals(chores + 2, digests().size(), "an hour later there is another, instead of ten reminders");
    }

    private List<String> digests() {
        return office.told("and key like 'digest/USUP0/%'", workspace);
    }

    private void look() {
        // What other tests left may be called first.
        IntStream.range(0, 3).forEach(_ -> office.calling.callDue());
    }

    private void digest() {
        IntStream.range(0, 3).forEach(_ -> office.digesting.sendDue());
    }

    private void lookFromFourAtOnce() throws Exception {
        Callable<Boolean> look = () -> {
            look();
            return true;
        };
        try (var four = Executors.newFixedThreadPool(4)) {
            for (var each : four.invokeAll(List.of(look, look, look, look))) {
                each.get();
            }
        }
    }

    /// The card in the approvals channel was never sent here, so what is posted below it is counted in the audit.
    private long reminders(ProposalKey proposal) {
        return deeds(proposal, "reminded");
    }

    private long went(ProposalKey proposal) {
        return deeds(proposal, "went on");
    }

    private long deeds(ProposalKey proposal, String deed) {
        return office.tables()
                .all(
                        "select deed from audit_entry where workspace = ? and proposal = ? and deed = ?",
                        workspace.value(),
                        proposal.id(),
                        deed)
                .size();
    }

    private void standsIn(String place, int share) {
        leads(Lead.STAND_IN, place, Optional.of(share));
    }

    private void leads(String role, String place, Optional<Integer> share) {
        QuarkusTransaction.requiringNew().run(() -> {
            var lead = office.leads.of(workspace, role).orElseGet(() -> new Lead(Lead.Id.of(workspace, role)));
            lead.goesTo(place, share, SAM, Instant.now());
            office.leads.persist(lead);
        });
    }

    private void away(MemberId member) {
        QuarkusTransaction.requiringNew().run(() -> {
            var absence = office.absences
                    .of(workspace, member)
                    .orElseGet(() -> new Absence(Absence.Id.of(workspace, member)));
            absence.lasts(Instant.now(), Instant.now().plus(Duration.ofDays(2)));
            office.absences.persist(absence);
        });
    }
}
