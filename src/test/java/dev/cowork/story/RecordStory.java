package dev.cowork.story;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Whoever decides can see for themselves that the record of decisions is as it was written.
@QuarkusTest
class RecordStory {
    @TestHTTPResource("/")
    URI application;

    private Desk desk;

    @BeforeEach
    void open() {
        desk = Desk.open(application);
    }

    @Test
    void aSupervisorVerifiesTheAuditInAppHome() {
        var answer = desk.sam().opensHome().pressesForForm("Verify the audit", "Record of decisions");

        assertTrue(
                answer.words().contains("The record of decisions is as it was written")
                        || answer.words().contains("the record of decisions is empty"),
                answer.words());
    }

    @Test
    void anAgentIsNotOfferedIt() {
        desk.ana().opensHome().isWithout("Record of decisions");
    }
}
