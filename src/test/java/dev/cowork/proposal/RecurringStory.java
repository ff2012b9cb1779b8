package dev.cowork.proposal;

import dev.cowork.Database;
import dev.cowork.proposal.authority.Circumstances;
import dev.cowork.proposal.authority.Outside;
import dev.cowork.proposal.authority.Tier;
import dev.cowork.slack.ThreadRef;
import dev.cowork.story.Desk;
import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.WorkspaceId;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// An exception that is granted again and again: whoever administers is told that it should become policy.
@QuarkusTest
class RecurringStory {
    private static final WorkspaceId WORKSPACE = new WorkspaceId("TPLAY0001");
    private static final String CASE = "The harpsichord was tuned a semitone too low for the concert hall";

    @TestHTTPResource("/")
    URI application;

    @Inject
    Proposing proposing;

    @Inject
    PrecedentChore chore;

    @Inject
    DataSource source;

    private Desk desk;
    private String thread;

    @BeforeEach
    void open() {
        new Database(source).change("update proposal set state = 'EXPIRED', settled_at = now() where state = 'OPEN'");
        desk = Desk.open(application);
        thread = desk.ana().says(Desk.SUPPORT, Optional.empty(), "A hard one " + UUID.randomUUID());
    }

    /// It would be the most frequent one in every other story's App Home.
    @AfterEach
    void forget() {
        new Database(source).change("delete from precedent where about like '%harpsichord%'");
    }

    @Test
    void anExceptionGrantedFiveTimesIsProposedAsPolicy() {
        for (var amount = 40; amount < 45; amount++) {
            propose(amount + " USD");
            var shown = amount + ".00";
            var card = desk.sam().sees(Desk.APPROVALS, shown, post -> post.says(shown) && post.has("Approve"));
            desk.sam().presses(card, "Approve");
            desk.sam().sees(Desk.APPROVALS, "the yes", post -> post.says(shown) && post.says("Settled."));
        }
        chore.run();

        desk.mia()
                .opensHome()
                .shows("Policy exception", "granted 5 times lately", "$40.00 to $44.00", "harpsichord was tuned");
        desk.ana().opensHome().isWithout("Should this become policy?");
    }

    private void propose(String amount) {
        var ana = new MemberId("UANA00001");
        var wanted = new NewProposal(
                WORKSPACE,
                new ThreadRef(Desk.SUPPORT, thread),
                UUID.randomUUID().toString(),
                ana,
                Set.of(ana),
                new Ask.Compensation(Ask.Kind.POLICY_EXCEPTION, AuthorityMatrixTest.money(amount), CASE),
                Optional.empty(),
                new Circumstances("", Tier.STANDARD, Outside.SLIGHTLY),
                "",
                UUID.randomUUID().toString());
        QuarkusTransaction.requiringNew().run(() -> proposing.propose(wanted));
    }
}
