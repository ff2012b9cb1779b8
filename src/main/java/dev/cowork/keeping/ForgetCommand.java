package dev.cowork.keeping;

import dev.cowork.session.SubCommand;
import dev.cowork.slack.Inbound;
import dev.cowork.slack.Reply;
import dev.cowork.slack.SlackText;
import dev.cowork.workspace.Roles;
import dev.cowork.workspace.Settings;
import jakarta.enterprise.context.ApplicationScoped;

/// `/cowork forget REF`: shows what would go; [ForgetFormListener] lets it go.
@ApplicationScoped
class ForgetCommand implements SubCommand {
    static final String NO_ADMIN =
            "Only administrators delete what is kept, and you are not one here. Nothing was deleted.";

    private final FindingWhose finding;
    private final LettingGo lettingGo;
    private final Roles roles;
    private final Settings settings;

    ForgetCommand(FindingWhose finding, LettingGo lettingGo, Roles roles, Settings settings) {
        this.finding = finding;
        this.lettingGo = lettingGo;
        this.roles = roles;
        this.settings = settings;
    }

    @Override
    public String word() {
        return "forget";
    }

    /// A reference is short; `forget it, the customer now says…` is a case.
    @Override
    public boolean isMeantBy(String rest) {
        return rest.split("\\s+").length <= 3;
    }

    @Override
    public Reply atOnce(Inbound.Commanded command, String rest) {
        var gesture = command.gesture();
        if (rest.isBlank() || rest.length() > FindingWhose.LONGEST) {
            return new Reply.Whisper("Say what is to be forgotten: `" + settings.command(gesture.workspace())
                    + " forget` and a ticket's number, a customer's name as it stands on the card, or `@somebody`.");
        }
        if (!gesture.isOfThisWorkspace() || !roles.isAdmin(gesture.workspace(), gesture.member())) {
            return new Reply.Whisper(NO_ADMIN);
        }
        var workspace = gesture.workspace();
        var waiting = finding.waiting(workspace, rest);
        return finding.of(workspace, rest)
                .<Reply>map(whose -> new Reply.Open(ForgetModal.of(rest, lettingGo.preview(workspace, whose), waiting)))
                .orElseGet(() -> new Reply.Whisper(
                        waiting > 0
                                ? "What is kept about it waits for a decision. Decide it, or let it expire, and ask again."
                                : "Nothing is kept about “" + SlackText.escaped(rest) + "”. Nothing was deleted."));
    }
}
