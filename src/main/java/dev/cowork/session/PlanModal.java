package dev.cowork.session;

import static com.slack.api.model.block.Blocks.input;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.block.element.BlockElements.datePicker;
import static com.slack.api.model.block.element.BlockElements.datetimePicker;
import static com.slack.api.model.block.element.BlockElements.plainTextInput;
import static com.slack.api.model.block.element.BlockElements.usersSelect;
import static com.slack.api.model.view.Views.view;
import static com.slack.api.model.view.Views.viewClose;
import static com.slack.api.model.view.Views.viewSubmit;
import static com.slack.api.model.view.Views.viewTitle;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.view.View;
import dev.cowork.slack.Inbound;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Asks for the plan after a second failure.
final class PlanModal {
    static final String CALLBACK = "session_plan";
    static final String OWNER = "owner";
    static final String CALL_BACK = "call_back";
    static final String CAUSE = "cause";
    static final String CAUSE_OWNER = "cause_owner";
    static final String CAUSE_BY = "cause_by";
    static final String OPTIONS = "options";
    static final String SESSION = "session";
    static final int LONGEST = 1000;

    private PlanModal() {}

    static View of(Session session, Optional<RecoveryPlan> plan, Instant now) {
        var made = plan.map(RecoveryPlan::made)
                .orElseGet(() -> new RecoveryPlan.Made(
                        session.owner(),
                        now.plus(Duration.ofHours(4)).truncatedTo(ChronoUnit.HOURS),
                        "",
                        session.owner(),
                        LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(2),
                        List.of()));
        return view(it -> it.type("modal")
                .callbackId(CALLBACK)
                .title(viewTitle(title -> title.type("plain_text").text("Plan")))
                .submit(viewSubmit(submit -> submit.type("plain_text").text("Save")))
                .close(viewClose(close -> close.type("plain_text").text("Cancel")))
                .privateMetadata(
                        Hidden.of(Map.of(SESSION, session.id().toString())).json())
                .blocks(List.of(
                        input(block -> block.blockId(OWNER)
                                .label(plainText("Who stays on it"))
                                .hint(plainText(
                                        "The customer gets this person's name. They are reminded when the call is"
                                                + " due."))
                                .element(usersSelect(select -> select.actionId(OWNER)
                                        .initialUser(made.owner().value())))),
                        input(block -> block.blockId(CALL_BACK)
                                .label(plainText("They call back at"))
                                .element(datetimePicker(picker -> picker.actionId(CALL_BACK)
                                        .initialDateTime((int) made.callBackAt().getEpochSecond())))),
                        text(
                                CAUSE,
                                "Why it happened, as far as we know",
                                "What went wrong on our side.",
                                made.cause(),
                                true),
                        input(block -> block.blockId(CAUSE_OWNER)
                                .label(plainText("Who finds out"))
                                .element(usersSelect(select -> select.actionId(CAUSE_OWNER)
                                        .initialUser(made.causeOwner().value())))),
                        input(block -> block.blockId(CAUSE_BY)
                                .label(plainText("Until"))
                                .element(datePicker(picker -> picker.actionId(CAUSE_BY)
                                        .initialDate(made.causeBy().toString())))),
                        text(
                                OPTIONS,
                                "What the customer can choose between",
                                "One a line, at least two. What needs an approval still needs it.",
                                String.join("\n", made.options()),
                                false))));
    }

    private static LayoutBlock text(String id, String label, String hint, String words, boolean isOptional) {
        return input(block -> block.blockId(id)
                .label(plainText(label))
                .hint(plainText(hint))
                .optional(isOptional)
                .element(plainTextInput(field -> {
                    if (!words.isEmpty()) {
                        field.initialValue(words);
                    }
                    return field.actionId(id).multiline(true).maxLength(LONGEST);
                })));
    }

    static List<String> options(Inbound.Form form) {
        return form.value(OPTIONS)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    static Optional<Instant> callBack(Inbound.Form form) {
        var seconds = form.value(CALL_BACK);
        return seconds.matches("\\d{1,12}")
                ? Optional.of(Instant.ofEpochSecond(Long.parseLong(seconds)))
                : Optional.empty();
    }

    static Optional<LocalDate> causeBy(Inbound.Form form) {
        var day = form.value(CAUSE_BY);
        return day.matches("\\d{4}-\\d{2}-\\d{2}") ? Optional.of(LocalDate.parse(day)) : Optional.empty();
    }
}
