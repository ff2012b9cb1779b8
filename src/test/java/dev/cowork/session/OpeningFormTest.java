package dev.cowork.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cowork.partner.Brief;
import dev.cowork.playbook.Openings;
import dev.cowork.slack.Gesture;
import dev.cowork.slack.Inbound;
import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.Money;
import dev.cowork.workspace.WorkspaceId;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The opening form as people fill it in.
@QuarkusTest
class OpeningFormTest {
    @Inject
    OpeningForm form;

    @Inject
    OpeningModal modal;

    @Inject
    Openings openings;

    @Test
    void readsTheTemplatesFieldsAndWhatIsSaidAboutTheTicket() {
        var wanted = good(Map.of(
                "opening", "complex-problem",
                "symptoms", "Cannot log in",
                "tried", " ",
                "ticket", "TCK-1",
                "amount", "$1,500",
                "own_limit", "300 USD",
                "confidence", "4"));

        assertEquals(List.of(new Brief.Field("SYMPTOMS", "Cannot log in")), wanted.situation());
        assertEquals(Money.parse("1500", "USD"), wanted.ticket().amount());
        assertEquals(Money.parse("300", "USD"), wanted.ticket().ownLimit());
        assertEquals(4, wanted.ticket().confidence().orElseThrow());
        assertEquals("C1", wanted.place().channel());
        assertEquals("1.1", wanted.place().thread().orElseThrow().ts());
    }

    @Test
    void saysBesideTheFieldWhatIsWrong() {
        var wrong = assertInstanceOf(
                        OpeningForm.Parsed.Bad.class,
                        form.read(sent(Map.of(
                                "opening", "difficult-customer",
                                "situation", "",
                                "constraints", "x".repeat(3001),
                                "amount", "a lot",
                                "own_limit", "-5"))))
                .byBlock();

        assertEquals(java.util.Set.of("situation", "constraints", "amount", "own_limit"), wrong.keySet());
        assertTrue(wrong.get("amount").contains("$150"), wrong.get("amount"));
    }

    @Test
    void everyOpeningHasItsFormWithoutAnybodysWordsHidden() {
        for (var opening : openings.all()) {
            var view = modal.changed(
                    opening.id(), Hidden.of(Map.of("channel", "C1")), Map.of("goal", "Keep them", "amount", "150 USD"));

            assertTrue(view.getBlocks().size() <= 100);
            assertTrue(view.getTitle().getText().length() <= 24);
            assertEquals("{\"channel\":\"C1\"}", view.getPrivateMetadata());
            opening.fields().forEach(field -> assertTrue(view.toString().contains("blockId=" + field.id())));
            assertTrue(view.toString().contains("150 USD"));
        }
    }

    private NewSession good(Map<String, String> values) {
        return assertInstanceOf(OpeningForm.Parsed.Good.class, form.read(sent(values)))
                .wanted();
    }

    private static Inbound.Submitted sent(Map<String, String> values) {
        var workspace = new WorkspaceId("T1");
        var gesture = new Gesture(workspace, new MemberId("UANA"), workspace, "k");
        var hidden = Hidden.of(Map.of("channel", "C1", "thread", "1.1")).json();
        return new Inbound.Submitted(
                gesture, new Inbound.Form(OpeningModal.CALLBACK, "V1", "h", hidden, values, Map.of()));
    }
}
