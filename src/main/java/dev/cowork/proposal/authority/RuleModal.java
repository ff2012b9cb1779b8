package dev.cowork.proposal.authority;

import static com.slack.api.model.block.Blocks.input;
import static com.slack.api.model.block.composition.BlockCompositions.option;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.block.element.BlockElements.staticSelect;
import static com.slack.api.model.view.Views.view;
import static com.slack.api.model.view.Views.viewClose;
import static com.slack.api.model.view.Views.viewSubmit;
import static com.slack.api.model.view.Views.viewTitle;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.element.PlainTextInputElement;
import com.slack.api.model.view.View;
import dev.cowork.workspace.Money;
import dev.cowork.workspace.Role;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// One rule or one cap of the matrix to be written. [RuleForm] reads it back.
final class RuleModal {
    static final String RULE = "authority_rule";
    static final String CAP = "authority_cap";
    private static final int LONGEST_TITLE = 40;

    private RuleModal() {}

    /// @param place the version it is made from and the rule's number, 0 for a new one
    static View rule(Line line, RuleForm.Place place) {
        var blocks = new ArrayList<LayoutBlock>();
        blocks.add(choice(RuleForm.ROLE, "Role", Role.values(), line.role(), Told::role));
        blocks.add(text(
                RuleForm.TITLE,
                "Named role",
                "Only for people of this named role, such as Finance.",
                line.title(),
                true));
        blocks.add(choice(RuleForm.MAY, "May", May.values(), line.may(), it -> Told.capital(Told.may(it))));
        blocks.add(choice(RuleForm.KIND, "What", Covers.values(), line.kind(), it -> Told.capital(Told.kind(it))));
        blocks.add(text(
                RuleForm.ALONE,
                "Up to",
                "For one person: 100 or 100.00. Left out for escalations.",
                line.alone().filter(_ -> !place.isNew()).map(Money::amount).orElse(""),
                true));
        blocks.add(text(
                RuleForm.CURRENCY,
                "Currency",
                "Its three letters, such as USD.",
                Optional.ofNullable(line.currency()).orElse(""),
                true));
        blocks.add(text(
                RuleForm.TOGETHER,
                "Two people up to",
                "Empty: without end.",
                line.together().map(Money::amount).orElse(""),
                true));
        blocks.add(tier(line));
        blocks.add(choice(
                RuleForm.OUTSIDE,
                "Outside policy",
                Outside.values(),
                line.outside(),
                it -> Told.capital(Told.outside(it))));
        return form(RULE, place, "rule", blocks);
    }

    static View cap(Cap cap, RuleForm.Place place) {
        var blocks = new ArrayList<LayoutBlock>();
        blocks.add(choice(
                RuleForm.COUNTS,
                "Counted for",
                Cap.Counts.values(),
                cap.counts(),
                it -> Told.capital(it.name().toLowerCase(Locale.ROOT))));
        blocks.add(choice(
                RuleForm.MAY,
                "What is counted",
                May.values(),
                cap.may(),
                it -> it == May.GRANT_ALONE ? "What is granted alone" : "What is approved, or granted in all"));
        var most = place.isNew() ? "" : cap.most().amount();
        blocks.add(text(RuleForm.ALONE, "No more than", "100 or 100.00", most, false));
        blocks.add(text(RuleForm.CURRENCY, "Currency", "Its three letters, such as USD.", cap.currency(), false));
        blocks.add(text(RuleForm.DAYS, "In how many days", "From 1 to 366.", Integer.toString(cap.days()), false));
        return form(CAP, place, "cap", blocks);
    }

    private static View form(String callback, RuleForm.Place place, String what, List<LayoutBlock> blocks) {
        if (!place.isNew()) {
            blocks.add(yesOrNo(RuleForm.KEEP, "Keep this " + what, "Keep it", "Remove it", true));
        }
        return view(it -> it.type("modal")
                .callbackId(callback)
                .privateMetadata(place.hidden())
                .title(viewTitle(
                        title -> title.type("plain_text").text((place.isNew() ? "Add a " : "Change a ") + what)))
                .submit(viewSubmit(submit -> submit.type("plain_text").text("Save")))
                .close(viewClose(close -> close.type("plain_text").text("Cancel")))
                .blocks(blocks));
    }

    private static LayoutBlock tier(Line line) {
        var any = option(plainText("Any customer"), RuleForm.ANY);
        return input(block -> block.blockId(RuleForm.TIER)
                .label(plainText("Customers"))
                .element(staticSelect(select -> select.actionId(RuleForm.TIER)
                        .options(Stream.concat(
                                        Stream.of(any),
                                        Arrays.stream(Tier.values()).map(RuleModal::tierOption))
                                .toList())
                        .initialOption(line.tier() == null ? any : tierOption(line.tier())))));
    }

    private static OptionObject tierOption(Tier tier) {
        return option(plainText(Told.capital(Told.tier(tier))), tier.name().toLowerCase(Locale.ROOT));
    }

    static LayoutBlock yesOrNo(String id, String label, String yes, String no, boolean isYes) {
        var options = List.of(option(plainText(yes), RuleForm.YES), option(plainText(no), RuleForm.NO));
        return input(block -> block.blockId(id)
                .label(plainText(label))
                .element(staticSelect(
                        select -> select.actionId(id).options(options).initialOption(options.get(isYes ? 0 : 1)))));
    }

    static <E extends Enum<E>> LayoutBlock choice(
            String id, String label, E[] values, E chosen, Function<E, String> words) {
        Function<E, OptionObject> option =
                value -> option(plainText(words.apply(value)), value.name().toLowerCase(Locale.ROOT));
        return input(block -> block.blockId(id)
                .label(plainText(label))
                .element(staticSelect(select -> select.actionId(id)
                        .options(Arrays.stream(values).map(option).toList())
                        .initialOption(option.apply(chosen)))));
    }

    static LayoutBlock text(String id, String label, String hint, String words, boolean optional) {
        var field = PlainTextInputElement.builder().actionId(id).maxLength(LONGEST_TITLE);
        if (!words.isEmpty()) {
            field.initialValue(words);
        }
        return input(block -> block.blockId(id)
                .label(plainText(label))
                .hint(plainText(hint))
                .optional(optional)
                .element(field.build()));
    }
}
