package dev.cowork.partner;

import static dev.cowork.standin.Said.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cowork.standin.StandInClaude;
import dev.cowork.standin.WithStandInClaude;
import dev.cowork.workspace.WorkspaceId;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionalException;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The partner as the other rooms get it.
@QuarkusTest
@WithTestResource(WithStandInClaude.class)
class PartnerInApplicationTest {
    @Inject
    Partner partner;

    /// Filled in by [WithStandInClaude].
    StandInClaude claude;

    private final Brief brief = new Brief(
            new WorkspaceId("T1"), "s1", "text", List.of(), "You may grant up to $100.00 alone.", List.of(), "Hello.");

    @Test
    void asksClaudeWhereTheSettingsSay() {
        claude.answers(text("Hello from the stand-in."));

        assertTrue(partner.hasClaude());
        assertEquals("Hello from the stand-in.", partner.reply(brief, _ -> {}).text());
        assertEquals("claude-sonnet-5-5", claude.lastRequest().path("model").asText());
    }

    @Test
    void letsThePlaybookStandInWhenAskedTo() {
        assertEquals(Author.PLAYBOOK, partner.replyFromPlaybook(brief, _ -> {}).author());
    }

    @Test
    void refusesToTalkInsideATransaction() {
        var asked = claude.requests().size();

        assertThrows(
                TransactionalException.class,
                () -> QuarkusTransaction.requiringNew().run(() -> partner.reply(brief, _ -> {})));
        assertEquals(asked, claude.requests().size());
    }
}
