package dev.cowork.playbook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class OpeningsTest {
    private final Openings openings = new Openings();

    @Test
    void areOfferedInTheOrderPeopleKnow() {
        assertEquals(
                List.of("Difficult customer", "Complex problem", "Policy gray area", "High-value customer", "Training"),
                openings.all().stream().map(Opening::name).toList());
    }

    @Test
    void showTheFieldsOfTheirTemplateWithTheLabelsOfTheGuide() {
        assertEquals(List.of("SITUATION", "CONSTRAINTS", "GOAL"), labels("difficult-customer"));
        assertEquals(List.of("SYMPTOMS", "WHAT I'VE TRIED", "WHAT I DON'T KNOW"), labels("complex-problem"));
        assertEquals(List.of("SCENARIO", "COMPLICATING FACTORS", "CONSIDERATIONS"), labels("policy-gray-area"));
    }

    @Test
    void fitIntoASlackModal() {
        for (var opening : openings.all()) {
            assertTrue(opening.description().length() <= 75, opening.description());
            for (var field : opening.fields()) {
                assertTrue(!field.hint().isBlank() && field.hint().length() <= 150, field.hint());
                assertTrue(!field.placeholder().isBlank() && field.placeholder().length() <= 150, field.placeholder());
            }
        }
    }

    @Test
    void askForOneThingAtLeast() {
        for (var opening : openings.all()) {
            assertEquals(
                    1, opening.fields().stream().filter(Opening.Field::required).count(), opening.id());
        }
    }

    private List<String> labels(String id) {
        return openings.byId(id).orElseThrow().fields().stream()
                .map(Opening.Field::label)
                .toList();
    }
}
