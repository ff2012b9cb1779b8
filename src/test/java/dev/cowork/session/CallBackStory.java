package dev.cowork.session;

import static dev.cowork.standin.Said.text;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cowork.slack.ThreadRef;
import dev.cowork.standin.Said;
import dev.cowork.standin.StandInClaude;
import dev.cowork.standin.WithStandInClaude;
import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.WorkspaceId;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/// A call back that was promised after a second failure is called to mind when it is due, once.
@QuarkusTest
@QuarkusTestResource(WithStandInClaude.class)
class CallBackStory {
    @Inject
    Sessions sessions;

    @Inject
    MakingPlan making;

    @Inject
    CallBackChore chore;

    private StandInClaude claude;

    @Test
    void aCallBackThatIsDueIsCalledToMindOnce() {
        claude.forget();
        claude.answersTo("late for the second time", Said.message(text("Then we plan first.")));
        claude.answersTo("Here is the plan", Said.message(text("Good, we go by that.")));
        var it = Case.opened("the sofa is late for the second time");
        it.shows("Make the plan");
        it.shows("Then we plan first.");

        var ana = new MemberId(LocalSlack.ANA);
        var made = new RecoveryPlan.Made(
                ana, Instant.now().minusSeconds(5), "", ana, LocalDate.now(), List.of("A date", "Their money back"));
        QuarkusTransaction.requiringNew().run(() -> {
            var session = sessions.in(new WorkspaceId("TPLAY0001"), new ThreadRef("CSUPPORT1", it.ts()))
                    .orElseThrow();
            making.make(session, made, ana);
        });
        chore.run();
        chore.run();

        it.shows("the call back to the customer is due now");
        it.shows("Good, we go by that.");
        var replies = LocalSlack.stream(
                        LocalSlack.channel(LocalSlack.ANA, Case.CHANNEL).path("messages"))
                .filter(message -> message.path("ts").asText().equals(it.ts()))
                .flatMap(message -> StreamSupport.stream(message.path("replies").spliterator(), false))
                .filter(reply -> reply.toString().contains("is due now"))
                .count();
        assertEquals(1, replies);
    }
}
