package dev.cowork.partner;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cowork.partner.Move.AnticipateReplies.LikelyReply;
import dev.cowork.partner.Move.NoteFacts.Fact;
import dev.cowork.partner.Move.OfferApproaches.Approach;
import dev.cowork.workspace.Money;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Makes moves of tool calls. What comes out fits its schema; what does not fit comes out with the reason.
final class MoveReader {
    static final List<String> STANDINGS =
            List.of("customer_said", "verified", "assumed", "unknown", "tried", "ruled_out");
    static final List<String> CHANNELS = List.of("email", "chat", "phone");
    static final List<String> REMEDIES =
            List.of("refund", "credit", "replacement", "discount", "gesture", "policy_exception");
    static final List<String> TARGETS = List.of("supervisor", "management", "legal", "technical");
    static final List<String> URGENCIES = List.of("now", "today", "this_week");

    static final List<String> PROMISES = List.of("money", "goods", "date", "exception");
    static final List<String> GRANTS =
            Stream.concat(Stream.of("none", "escalation"), REMEDIES.stream()).toList();

    private static final int MOST = 12;
    private static final Map<String, String> SIGNS = Map.of("$", "USD", "€", "EUR", "£", "GBP", "¥", "JPY");
    private static final Pattern CODE = Pattern.compile("[A-Za-z]{3}");

    private MoveReader() {}

    static Reading read(String tool, JsonNode input) {
        var kind = MoveKind.ofTool(tool);
        if (kind.isEmpty()) {
            return new Reading.Unfit("there is no tool of that name");
        }
        if (!input.isObject()) {
            return new Reading.Unfit("its input is no JSON object");
        }
        try {
            return new Reading.Fits(move(kind.get(), new Input(input)));
        } catch (UnfitInputException unfit) {
            return new Reading.Unfit(unfit.getMessage());
        }
    }

    private static Move move(MoveKind kind, Input input) {
        return switch (kind) {
            case ASK_QUESTIONS -> new Move.AskQuestions(Input.counted(1, MOST, "questions", input.texts("questions")));
            case NOTE_FACTS -> new Move.NoteFacts(input.between(1, 40, "facts", MoveReader::fact));
            case RANK_CAUSES -> new Move.RankCauses(input.between(1, MOST, "causes", MoveReader::cause));
            case OFFER_APPROACHES -> new Move.OfferApproaches(input.between(2, 4, "approaches", MoveReader::approach));
            case WRITE_DRAFT -> draft(input);
            case ANTICIPATE_REPLIES ->
                new Move.AnticipateReplies(input.between(1, MOST, "replies", MoveReader::likelyReply));
            case SUGGEST_COMPENSATION -> compensation(input);
            case SUGGEST_ESCALATION ->
                new Move.SuggestEscalation(
                        input.oneOf("to", TARGETS),
                        input.oneOf("urgency", URGENCIES),
                        input.needed("summary"),
                        input.text("holding_reply"));
            case NOTE_GAP -> new Move.NoteGap(input.needed("question"));
            case COACH -> new Move.Coach(input.needed("note"));
        };
    }

    private static Fact fact(Input input) {
        return new Fact(
                input.oneOf("standing", STANDINGS),
                input.needed("statement"),
                input.text("replaces"),
                input.text("answers"));
    }

    private static Move.RankCauses.Cause cause(Input input) {
        return new Move.RankCauses.Cause(input.needed("cause"), input.text("check"));
    }

    private static Move draft(Input input) {
        return new Move.WriteDraft(
                channel(input),
                input.needed("text"),
                input.text("change"),
                input.between(0, 40, "promises", MoveReader::promise),
                input.text("language"));
    }

    private static Move.WriteDraft.Promise promise(Input input) {
        return new Move.WriteDraft.Promise(input.oneOf("promised", PROMISES), input.needed("words"));
    }

    private static Approach approach(Input input) {
        return new Approach(
                input.needed("title"),
                input.needed("summary"),
                input.texts("pros"),
                input.texts("cons"),
                input.text("cost"),
                input.text("precedent"),
                input.text("grants").isEmpty() ? "" : input.oneOf("grants", GRANTS));
    }

    private static LikelyReply likelyReply(Input input) {
        return new LikelyReply(input.needed("customer"), input.needed("answer"));
    }

    private static String channel(Input input) {
        var channel = input.text("channel");
        return channel.isEmpty() || channel.equalsIgnoreCase("e-mail") ? "email" : input.oneOf("channel", CHANNELS);
    }

    private static Move compensation(Input input) {
        var kind = input.oneOf("kind", REMEDIES);
        var written = input.needed("amount");
        var currency = currency(input.text("currency"), written);
        var amount = Money.parse(written.replaceAll("[A-Za-z$€£¥\\s]", ""), currency)
                .orElseThrow(() -> new UnfitInputException("amount and currency are no amount of money"));
        // An exception to a rule may cost nothing; everything else that costs nothing is no compensation.
        if (amount.minor() == 0 && !kind.equals("policy_exception")) {
            throw new UnfitInputException("amount is 0");
        }
        return new Move.SuggestCompensation(
                kind, amount.amount(), amount.currency().getCurrencyCode(), input.needed("reason"));
    }

    /// As said, or else by the sign or the code beside the amount.
    private static String currency(String said, String amount) {
        if (!said.isEmpty()) {
            return SIGNS.getOrDefault(said, said);
        }
        var code = CODE.matcher(amount);
        if (code.find()) {
            return code.group();
        }
        return SIGNS.entrySet().stream()
                .filter(sign -> amount.contains(sign.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> new UnfitInputException("currency is empty"));
    }
}
