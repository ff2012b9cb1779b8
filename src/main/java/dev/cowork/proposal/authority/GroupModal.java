package dev.cowork.proposal.authority;

import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.markdownText;
import static com.slack.api.model.view.Views.view;
import static com.slack.api.model.view.Views.viewClose;
import static com.slack.api.model.view.Views.viewSubmit;
import static com.slack.api.model.view.Views.viewTitle;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.view.View;
import dev.cowork.slack.Inbound;
import dev.cowork.workspace.Role;
import dev.cowork.workspace.Roles;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// What the people of a Slack user group are, and the form in which it is said. [GroupFormListener] hears it.
final class GroupModal {
    static final String NAME = "authority_group";
    static final String GROUP = "group";
    static final String ROLE = "role";
    static final String ADMIN = "admin";
    static final String KEEPER = "keeper";

    private static final Pattern ID = Pattern.compile("(?:<!subteam\\^)?(S[A-Z0-9]{2,30})(?:\\|[^>]*)?>?");

    private GroupModal() {}

    static LayoutBlock group(Roles.Group one) {
        var words = "<!subteam^" + one.id() + "> · " + Told.capital(one.role().inside())
                + Told.duties(one.isAdmin(), one.isKeeper()) + " · "
                + (one.people() == 1 ? "1 person" : one.people() + " people");
        return section(it -> it.text(markdownText(words)).accessory(AdminCard.press("Change", "group", one.id())));
    }

    static View form(Optional<Roles.Group> known) {
        var blocks = new ArrayList<LayoutBlock>();
        blocks.add(MatrixModal.markdown(
                "Whoever is in the group has its role, from some minutes after they join until some"
                        + " minutes after they leave. A role given to somebody by name goes before it. *Agent* and"
                        + " twice no takes it away again."));
        known.ifPresentOrElse(
                one -> blocks.add(MatrixModal.markdown("*<!subteam^" + one.id() + ">*")),
                () -> blocks.add(RuleModal.text(
                        GROUP,
                        "User group",
                        "Its id: in Slack under People, User groups, the group, ⋯, Copy group ID. As in S0615G0KT.",
                        "",
                        false)));
        blocks.add(RuleModal.choice(
                ROLE, "Role", Role.values(), known.map(Roles.Group::role).orElse(Role.SUPERVISOR), Told::role));
        blocks.add(RuleModal.yesOrNo(
                ADMIN,
                "Administrators",
                "Yes: they edit roles, settings and the authority matrix",
                "No",
                known.filter(Roles.Group::isAdmin).isPresent()));
        blocks.add(RuleModal.yesOrNo(
                KEEPER,
                "Knowledge keepers",
                "Yes: they keep the company's knowledge",
                "No",
                known.filter(Roles.Group::isKeeper).isPresent()));
        return view(it -> it.type("modal")
                .callbackId(NAME)
                .privateMetadata(known.map(Roles.Group::id).orElse(""))
                .title(viewTitle(title -> title.type("plain_text").text("A user group's role")))
                .submit(viewSubmit(submit -> submit.type("plain_text").text("Save")))
                .close(viewClose(close -> close.type("plain_text").text("Cancel")))
                .blocks(blocks));
    }

    /// Empty where no group is named.
    static Optional<Roles.Group> read(Inbound.Form form) {
        var id = ID.matcher(form.hidden().isEmpty() ? form.value(GROUP) : form.hidden());
        return id.matches()
                ? Optional.of(new Roles.Group(
                        id.group(1),
                        Role.valueOf(form.value(ROLE).toUpperCase(Locale.ROOT)),
                        form.value(ADMIN).equals(RuleForm.YES),
                        form.value(KEEPER).equals(RuleForm.YES),
                        0))
                : Optional.empty();
    }
}
