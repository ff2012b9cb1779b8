package dev.cowork.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.model.view.View;
import com.slack.api.util.json.GsonFactory;
import java.util.List;
import org.junit.jupiter.api.Test;

class FormsTest {
    @Test
    void readsEveryKindOfInput() {
        var form = Forms.read(view("""
                {"id":"V1","hash":"h","callback_id":"c","private_metadata":"p","state":{"values":{
                  "words":{"a":{"type":"plain_text_input","value":" 80 \\u0000€ "}},
                  "empty":{"a":{"type":"plain_text_input","value":null}},
                  "one":{"a":{"type":"static_select","selected_option":{"value":"x"}}},
                  "none":{"a":{"type":"static_select","selected_option":null}},
                  "many":{"a":{"type":"checkboxes","selected_options":[{"value":"x"},{"value":"y"}]}},
                  "who":{"a":{"type":"users_select","selected_user":"U1"}},
                  "all":{"a":{"type":"multi_users_select","selected_users":["U1","U2"]}}}}}"""));

        assertEquals("80 €", form.value("words"));
        assertEquals("", form.value("empty"));
        assertEquals("x", form.value("one"));
        assertEquals("", form.value("none"));
        assertEquals("x, y", form.value("many"));
        assertEquals(List.of("x", "y"), form.many().get("many"));
        assertEquals("U1", form.value("who"));
        assertEquals(List.of("U1", "U2"), form.many().get("all"));
        assertEquals("", form.value("no such block"));
        assertEquals("p", form.hidden());
    }

    @Test
    void readsAViewWithNothingIn() {
        var form = Forms.read(view("{\"id\":\"V1\"}"));

        assertEquals("", form.callbackId());
        assertEquals("", form.value("words"));
    }

    @Test
    void takesTheChosenOptionForThePressedValue() {
        assertEquals("7", chosen("{\"value\":\"7\"}"));
        assertEquals("x", chosen("{\"selected_option\":{\"value\":\"x\"}}"));
        assertEquals("U1", chosen("{\"selected_user\":\"U1\"}"));
        assertEquals("", chosen("{}"));
    }

    private static String chosen(String action) {
        return Forms.chosen(GsonFactory.createSnakeCase().fromJson(action, BlockActionPayload.Action.class));
    }

    private static View view(String json) {
        return GsonFactory.createSnakeCase().fromJson(json, View.class);
    }
}
