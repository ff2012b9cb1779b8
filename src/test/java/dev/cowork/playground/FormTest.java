package dev.cowork.playground;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FormTest {
    private static final String VIEW = """
            {"type":"modal","blocks":[
              {"type":"input","block_id":"why","label":{"type":"plain_text","text":"Why"},
               "element":{"type":"plain_text_input","action_id":"w","min_length":5}},
              {"type":"input","block_id":"amount","optional":true,"label":{"type":"plain_text","text":"Amount"},
               "element":{"type":"number_input","action_id":"a","is_decimal_allowed":true,"min_value":"1"}}]}""";

    @Test
    void complainsBesideWhatIsMissing() {
        assertEquals(Map.of("why", "Please complete this required field."), Form.complaints(entered("", "")));
    }

    @Test
    void complainsOfWhatIsTooShortOrNoNumber() {
        assertEquals(
                Map.of("why", "Please enter at least 5 characters.", "amount", "Please enter a number."),
                Form.complaints(entered("bad", "ten")));
    }

    @Test
    void complainsOfWhatIsTooLittle() {
        assertEquals(
                Map.of("amount", "Please enter a number of at least 1."), Form.complaints(entered("damaged", "0.5")));
    }

    @Test
    void takesWhatIsRight() {
        assertEquals(Map.of(), Form.complaints(entered("damaged", "12.50")));
    }

    private static ObjectNode entered(String why, String amount) {
        ObjectNode view = Json.parseObject(VIEW);
        ObjectNode values = view.putObject("state").putObject("values");
        values.putObject("why").putObject("w").put("value", why);
        values.putObject("amount").putObject("a").put("value", amount);
        return view;
    }
}
