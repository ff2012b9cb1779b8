package dev.cowork.session;

import dev.cowork.partner.Move;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The reply that can go out while nobody knows anything yet, for a customer who waits this minute. Fixed words, so
/// that it is there at once, whoever thinks about the rest.
final class HoldingFirst {
    private static final Map<String, String> BY_LANGUAGE = GuardFile.lines("holding-first.txt").stream()
            .collect(Collectors.toMap(line -> line.substring(0, 2), line -> line.substring(5)));
    private static final Pattern PHONE = GuardFile.words(List.of("(?:phone|line|hold|call)", "telefon", "téléphone"));
    private static final Pattern CHAT = GuardFile.words(List.of("chat"));

    private HoldingFirst() {}

    /// @param told what the agent wrote
    /// @param language the customer's, where it is known; English where we have none in it
    static Move.WriteDraft of(String told, Optional<Language> language) {
        var code = language.map(Language::code).filter(BY_LANGUAGE::containsKey).orElse("en");
        var channel = CHAT.matcher(told).find() ? "chat" : PHONE.matcher(told).find() ? "phone" : "email";
        return new Move.WriteDraft(channel, BY_LANGUAGE.get(code), "", List.of(), code);
    }
}
