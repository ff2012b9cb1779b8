package dev.cowork.proposal.authority;

import static com.slack.api.model.block.Blocks.actions;
import static com.slack.api.model.block.Blocks.input;
import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.markdownText;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.block.element.BlockElements.usersSelect;
import static com.slack.api.model.view.Views.view;
import static com.slack.api.model.view.Views.viewClose;
import static com.slack.api.model.view.Views.viewSubmit;
import static com.slack.api.model.view.Views.viewTitle;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.view.View;
import dev.cowork.slack.SlackText;
import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.Position;
import dev.cowork.workspace.Role;
import dev.cowork.workspace.Roles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Who is what, and the form in which it is said. [RoleFormListener] hears it.
final class RolesModal {
    static final String NAME = "authority_role";
    static final String MEMBER = "member";
    static final String ROLE = "role";
    static final String TITLE = "title";
    static final String ADMIN = "admin";
    static final String KEEPER = "keeper";

    /// As many as one modal holds.
    private static final int MOST = 75;
    private static final int MOST_GROUPS = 15;

    private RolesModal() {}

    static View of(List<Position> people, List<Roles.Group> groups) {
        var blocks = new ArrayList<LayoutBlock>();
        blocks.add(MatrixModal.markdown(
                people.isEmpty()
                        ? "Nobody has a role yet: everybody is an agent, and nobody can decide proposals. Name a supervisor."
                        : "Everybody who is not listed is an agent. What you change holds from that moment."));
        groups.stream().limit(MOST_GROUPS).forEach(one -> blocks.add(GroupModal.group(one)));
        people.stream().limit(MOST).forEach(one -> blocks.add(person(one)));
        if (people.size() > MOST) {
            blocks.add(MatrixModal.markdown(
                    "and %d more. `Name somebody` finds them too.".formatted(people.size() - MOST)));
        }
        blocks.add(actions(it -> it.elements(List.of(
                AdminCard.press("Name somebody", "role", ""), AdminCard.press("Name a user group", "group", "")))));
        return MatrixModal.of("Roles", blocks);
    }

    /// @param known what the person is now; empty where one is still to be chosen
    static View form(Optional<Position> known) {
        var blocks = new ArrayList<LayoutBlock>();
        blocks.add(known.map(Position::member).map(RolesModal::named).orElseGet(RolesModal::chosen));
        blocks.add(RuleModal.choice(
                ROLE, "Role", Role.values(), known.map(Position::role).orElse(Role.SUPERVISOR), Told::role));
        blocks.add(RuleModal.text(
                TITLE,
                "Named role",
                "Optional, such as Finance. The authority matrix may have rules of its own for it.",
                known.map(Position::title).orElse(""),
                true));
        blocks.add(RuleModal.yesOrNo(
                ADMIN,
                "Administrator",
                "Yes: edits roles and the authority matrix",
                "No",
                known.filter(Position::isAdmin).isPresent()));
        blocks.add(RuleModal.yesOrNo(
                KEEPER,
                "Knowledge keeper",
                "Yes: keeps the company's knowledge, and gets its gaps",
                "No",
                known.filter(Position::isKeeper).isPresent()));
        return view(it -> it.type("modal")
                .callbackId(NAME)
                .privateMetadata(known.map(one -> one.member().value()).orElse(""))
                .title(viewTitle(
                        title -> title.type("plain_text").text(known.isPresent() ? "Change a role" : "Name somebody")))
                .submit(viewSubmit(submit -> submit.type("plain_text").text("Save")))
                .close(viewClose(close -> close.type("plain_text").text("Cancel")))
                .blocks(blocks));
    }

    private static LayoutBlock person(Position one) {
        var words = one.member().mention() + " · " + SlackText.escaped(Told.capital(one.shown()))
                + Told.duties(one.isAdmin(), one.isKeeper());
        return section(it -> it.text(markdownText(words))
                .accessory(AdminCard.press("Change", "role", one.member().value())));
    }

    private static LayoutBlock named(MemberId member) {
        return MatrixModal.markdown("*" + member.mention() + "*");
    }

    private static LayoutBlock chosen() {
        return input(block -> block.blockId(MEMBER)
                .label(plainText("Person"))
                .element(usersSelect(select -> select.actionId(MEMBER).placeholder(plainText("Choose a person")))));
    }
}
