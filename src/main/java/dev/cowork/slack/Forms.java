package dev.cowork.slack;

import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads what a person entered and chose.
final class Forms {
    private Forms() {}

    static Inbound.Form read(View view) {
        var values = new HashMap<String, String>();
        var many = new HashMap<String, List<String>>();
        var state = view.getState() == null || view.getState().getValues() == null
                ? Map.<String, Map<String, ViewState.Value>>of()
                : view.getState().getValues();
        state.forEach((block, elements) -> elements.values().forEach(value -> {
            var chosen = all(value);
            many.put(block, chosen);
            values.put(block, String.join(", ", chosen));
        }));
        return new Inbound.Form(
                orEmpty(view.getCallbackId()),
                orEmpty(view.getId()),
                orEmpty(view.getHash()),
                orEmpty(view.getPrivateMetadata()),
                values,
                many);
    }

    /// The value of what was pressed: the button's own, or the option chosen.
    static String chosen(BlockActionPayload.Action action) {
        var option = action.getSelectedOption() == null
                ? null
                : action.getSelectedOption().getValue();
        return firstOf(
                action.getValue(),
                option,
                action.getSelectedUser(),
                action.getSelectedConversation(),
                action.getSelectedChannel(),
                action.getSelectedDate(),
                action.getSelectedTime());
    }

    private static List<String> all(ViewState.Value value) {
        var single = firstOf(
                value.getValue(),
                value.getSelectedOption() == null
                        ? null
                        : value.getSelectedOption().getValue(),
                value.getSelectedUser(),
                value.getSelectedConversation(),
                value.getSelectedChannel(),
                value.getSelectedDate(),
                value.getSelectedTime(),
                value.getSelectedDateTime() == null
                        ? null
                        : value.getSelectedDateTime().toString());
        var found = new ArrayList<String>();
        if (!single.isEmpty()) {
            found.add(Clean.text(single));
        }
        if (value.getSelectedOptions() != null) {
            value.getSelectedOptions().forEach(option -> found.add(option.getValue()));
        }
        if (value.getFiles() != null) {
            value.getFiles().forEach(file -> found.add(file.getId()));
        }
        Stream.of(value.getSelectedUsers(), value.getSelectedConversations(), value.getSelectedChannels())
                .filter(Objects::nonNull)
                .forEach(found::addAll);
        return List.copyOf(found);
    }

    private static String firstOf(@Nullable String... texts) {
        return Stream.of(texts).filter(Objects::nonNull).findFirst().orElse("");
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
