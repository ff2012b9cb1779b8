package dev.cowork.proposal.authority;

import dev.cowork.delivery.Key;
import dev.cowork.slack.Inbound;
import dev.cowork.slack.Posting;
import dev.cowork.slack.Reply;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/// A form of the matrix, from its check beside the fields to the version that is saved. It is made from the version it
/// was opened with; where another one holds by now, nothing is saved.
@ApplicationScoped
class EditingMatrix {
    /// How a form is read against the matrix it was made from.
    interface Reading extends BiFunction<Inbound.Form, Matrix, RuleForm.Parsed> {}

    private final AuthorityBook book;
    private final SavingMatrix saving;
    private final Posting posting;

    EditingMatrix(AuthorityBook book, SavingMatrix saving, Posting posting) {
        this.book = book;
        this.saving = saving;
        this.posting = posting;
    }

    /// What is wrong, beside its field; what is wrong with all of it beside the first.
    Reply look(Inbound.Submitted sent, Reading reading, String firstField) {
        var refusal = refusal(sent);
        if (refusal.isPresent()) {
            return new Reply.Errors(Map.of(firstField, plain(refusal.orElseThrow())));
        }
        return switch (reading.apply(sent.form(), inForce(sent))) {
            case RuleForm.Parsed.Bad(var byBlock) -> new Reply.Errors(byBlock);
            case RuleForm.Parsed.Good _ -> Reply.later();
        };
    }

    void save(Inbound.Submitted sent, Reading reading) {
        var refusal = refusal(sent);
        if (refusal.isPresent()) {
            tell(sent, refusal.orElseThrow());
        } else if (reading.apply(sent.form(), inForce(sent)) instanceof RuleForm.Parsed.Good(var matrix, var change)) {
            save(sent, matrix, change);
        }
    }

    void save(Inbound.Submitted sent, Matrix matrix, String change) {
        var gesture = sent.gesture();
        saving.save(new SavingMatrix.Edit(gesture.workspace(), gesture.member(), matrix, change, gesture.key()))
                .ifPresent(why -> tell(sent, why));
    }

    /// Why nothing can be saved from this form; empty where something can.
    Optional<String> refusal(Inbound.Submitted sent) {
        var gesture = sent.gesture();
        return gesture.isOfThisWorkspace() && book.isAdmin(gesture.workspace(), gesture.member())
                ? saving.staleSince(
                        gesture.workspace(),
                        RuleForm.Place.read(sent.form().hidden()).version())
                : Optional.of(Refusing.NO_ADMIN);
    }

    /// Only to the person; in the direct messages, for a form stands in no channel.
    void tell(Inbound.Submitted sent, String why) {
        posting.say(
                sent.gesture().workspace(),
                sent.gesture().member().value(),
                Key.of("authority", "told", sent.gesture().key()),
                AdminCard.note(why));
    }

    private Matrix inForce(Inbound.Submitted sent) {
        return book.inForce(sent.gesture().workspace()).matrix();
    }

    /// Beside a field nothing is a mention.
    static String plain(String words) {
        return words.replaceAll("<@(\\w+)>", "@$1");
    }
}
