package dev.cowork.proposal.authority;

import dev.cowork.delivery.Key;
import dev.cowork.slack.Address;
import dev.cowork.slack.Inbound;
import dev.cowork.slack.Listener;
import dev.cowork.slack.Posting;
import dev.cowork.slack.Reply;
import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.Position;
import dev.cowork.workspace.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What somebody is here, sent off.
@ApplicationScoped
class RoleFormListener implements Listener<Inbound.Submitted> {
    private static final String SLACKBOT = "USLACKBOT";
    private final NamingRole naming;
    private final Posting posting;

    RoleFormListener(NamingRole naming, Posting posting) {
        this.naming = naming;
        this.posting = posting;
    }

    @Override
    public Address address() {
        return Address.form(RolesModal.NAME);
    }

    @Override
    public Class<Inbound.Submitted> hears() {
        return Inbound.Submitted.class;
    }

    @Override
    public Reply atOnce(Inbound.Submitted sent) {
        if (member(sent).isEmpty()) {
            return new Reply.Errors(Map.of(RolesModal.MEMBER, "Choose a person."));
        }
        return refusal(sent)
                .<Reply>map(why -> new Reply.Errors(Map.of(RolesModal.ADMIN, why)))
                .orElseGet(Reply::later);
    }

    @Override
    public void hear(Inbound.Submitted sent) {
        var gesture = sent.gesture();
        position(sent)
                .filter(_ -> gesture.isOfThisWorkspace())
                .flatMap(it -> naming.name(gesture.workspace(), it, gesture.member(), gesture.key()))
                .ifPresent(why -> posting.say(
                        gesture.workspace(),
                        gesture.member().value(),
                        Key.of("authority", "told", gesture.key()),
                        AdminCard.note(why)));
    }

    private Optional<String> refusal(Inbound.Submitted sent) {
        var gesture = sent.gesture();
        return gesture.isOfThisWorkspace()
                ? position(sent).flatMap(it -> naming.refuses(gesture.workspace(), it, gesture.member()))
                : Optional.of(Refusing.NO_ADMIN);
    }

    private static Optional<Position> position(Inbound.Submitted sent) {
        var form = sent.form();
        return member(sent)
                .map(member -> new Position(
                        member,
                        Role.valueOf(form.value(RolesModal.ROLE).toUpperCase(Locale.ROOT)),
                        form.value(RolesModal.TITLE),
                        form.value(RolesModal.ADMIN).equals(RuleForm.YES),
                        form.value(RolesModal.KEEPER).equals(RuleForm.YES)));
    }

    private static Optional<MemberId> member(Inbound.Submitted sent) {
        var chosen = sent.form().hidden().isEmpty()
                ? sent.form().value(RolesModal.MEMBER)
                : sent.form().hidden();
        return Optional.of(chosen)
                .filter(it -> !it.isEmpty() && !it.equals(SLACKBOT))
                .map(MemberId::new);
    }
}
