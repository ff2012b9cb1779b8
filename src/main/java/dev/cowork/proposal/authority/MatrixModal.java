package dev.cowork.proposal.authority;

import static com.slack.api.model.block.Blocks.actions;
import static com.slack.api.model.block.Blocks.context;
import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.markdownText;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.view.Views.view;
import static com.slack.api.model.view.Views.viewClose;
import static com.slack.api.model.view.Views.viewSubmit;
import static com.slack.api.model.view.Views.viewTitle;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.view.View;
import dev.cowork.slack.SlackText;
import java.util.ArrayList;
import java.util.List;

/// The matrix in force with what may be changed in it, and its earlier versions, to look at and to restore.
final class MatrixModal {
    static final String RESTORE = "authority_restore";
    /// Says that a press comes from a modal and not from App Home.
    private static final String LIST = "list";

    private static final int LONGEST = 3000;

    private MatrixModal() {}

    static View of(AuthorityBook.Version version) {
        var matrix = version.matrix();
        var blocks = new ArrayList<LayoutBlock>();
        blocks.add(markdown(Told.capital(AdminCard.standing(version))));
        blocks.add(
                note("Of the rules that fit a case the most particular one applies: a named role before a role, a kind"
                        + " before any, a kind of customer before any. Amounts are never converted: in a currency without a"
                        + " rule two people must approve."));
        matrix.rules()
                .forEach(rule -> blocks.add(
                        changeable(rule.number() + ". " + Told.line(rule.line()), "rule", at(matrix, rule.number()))));
        if (matrix.lines().isEmpty()) {
            blocks.add(markdown("There is no rule: nobody may grant anything."));
        }
        for (var at = 0; at < matrix.caps().size(); at++) {
            blocks.add(changeable("Cap: " + Told.cap(matrix.caps().get(at)), "cap", at(matrix, at + 1)));
        }
        blocks.add(actions(it -> it.elements(List.of(
                AdminCard.press("Add a rule", "rule", at(matrix, 0)),
                AdminCard.press("Add a cap", "cap", at(matrix, 0)),
                AdminCard.press("Versions", "versions", "")))));
        return of("Authority matrix", blocks);
    }

    static View versions(List<AuthorityBook.Version> versions) {
        var blocks = new ArrayList<LayoutBlock>();
        if (versions.isEmpty()) {
            blocks.add(
                    markdown("There is no version yet: the limits of the settings hold. The first one is written down"
                            + " with the first proposal or your first change."));
        }
        versions.forEach(version -> blocks.add(section(it -> it.text(
                        markdownText(Told.capital(AdminCard.standing(version))))
                .accessory(AdminCard.press(
                        "Look", "version", Integer.toString(version.matrix().version()))))));
        return of("Versions", blocks);
    }

    /// @param inForce the version that holds now, which needs no restoring
    static View look(AuthorityBook.Version version, int inForce) {
        var blocks = new ArrayList<LayoutBlock>();
        blocks.add(markdown(Told.capital(AdminCard.standing(version))));
        Told.all(version.matrix())
                .lines()
                .forEach(line -> blocks.add(section(it -> it.text(plainText(SlackText.cut(line, LONGEST))))));
        var number = version.matrix().version();
        if (number == inForce) {
            blocks.add(note("This version is in force."));
            return of("Version " + number, blocks);
        }
        return view(it -> it.type("modal")
                .callbackId(RESTORE)
                .privateMetadata(inForce + "|" + number)
                .title(viewTitle(title -> title.type("plain_text").text("Version " + number)))
                .submit(viewSubmit(submit -> submit.type("plain_text").text("Restore this version")))
                .close(viewClose(close -> close.type("plain_text").text("Close")))
                .blocks(blocks));
    }

    static View of(String title, List<LayoutBlock> blocks) {
        return view(it -> it.type("modal")
                .privateMetadata(LIST)
                .title(viewTitle(words -> words.type("plain_text").text(title)))
                .close(viewClose(close -> close.type("plain_text").text("Close")))
                .blocks(blocks));
    }

    static View of(String title, String words) {
        return of(title, List.of(markdown(words)));
    }

    static LayoutBlock changeable(String words, String what, String value) {
        return section(it ->
                it.text(plainText(SlackText.cut(words, LONGEST))).accessory(AdminCard.press("Change", what, value)));
    }

    static LayoutBlock markdown(String words) {
        return section(it -> it.text(markdownText(SlackText.cut(words, LONGEST))));
    }

    private static LayoutBlock note(String words) {
        return context(it -> it.elements(List.of(markdownText(words))));
    }

    private static String at(Matrix matrix, int number) {
        return matrix.version() + "|" + number;
    }
}
