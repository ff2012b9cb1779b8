package dev.cowork.session;

import dev.cowork.knowledge.Citations;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Sentences that say what a policy is, so that whoever reads them may ask where it stands.
final class PolicyClaims {
    private static final Pattern SENTENCE = Pattern.compile("(?<=[.!?])\\s+(?!\\[K-)|\\R+");
    private static final Pattern CLAIM = Pattern.compile(
            "\\b(?:(?:our|the|company|store|return|returns|refund|shipping|warranty)\\s+"
                    + "(?:(?:return|returns|refund|shipping|warranty|exchange)\\s+)?(?:polic(?:y|ies)|terms|guidelines?)"
                    + "\\s+(?:say|state|allow|require|cover|permit|forbid|exclude|give|grant|is|are|do|does|don't|doesn't|only)\\w*"
                    + "|(?:according to|under|by|as per|per)\\s+(?:our|the)\\s+(?:\\w+\\s+)?(?:polic(?:y|ies)|terms|warranty|guidelines?)"
                    + "|unsere\\s+(?:Richtlinien?|Regeln|AGB)\\s+\\w+|laut\\s+(?:unserer\\s+)?Richtlinie)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern UNKNOWN = Pattern.compile(
            "\\b(?:not in our knowledge|unknown|do(?:es)? not know|don't know|look(?:ed)? (?:it )?up|find out|nothing (?:in|about)"
                    + "|does not say|doesn't say|do not say|not covered|check)\\b|\\?\\s*$",
            Pattern.CASE_INSENSITIVE);

    private PolicyClaims() {}

    static List<String> withoutSource(String text) {
        var claims = new ArrayList<String>();
        for (var sentence : SENTENCE.split(text)) {
            var words = sentence.strip();
            if (CLAIM.matcher(words).find()
                    && !UNKNOWN.matcher(words).find()
                    && Citations.in(words).isEmpty()) {
                claims.add(words);
            }
        }
        return List.copyOf(claims);
    }
}
