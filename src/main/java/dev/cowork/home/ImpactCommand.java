package dev.cowork.home;

import dev.cowork.delivery.Key;
import dev.cowork.impact.dashboard.Summary;
import dev.cowork.impact.dashboard.SummaryCard;
import dev.cowork.proposal.ProposalBook;
import dev.cowork.session.SubCommand;
import dev.cowork.slack.Inbound;
import dev.cowork.slack.Posting;
import dev.cowork.slack.Reply;
import dev.cowork.workspace.Roles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/// `/cowork impact`: to an agent their own sessions and decisions so far, seen by them alone; from a lead, groups
/// of five or more, in the channel.
@ApplicationScoped
class ImpactCommand implements SubCommand {
    /// Decisions looked at, newest first: enough for a person's own count.
    private static final int MOST_READ = 1000;

    private final Deeds deeds;
    private final ProposalBook proposals;
    private final Roles roles;
    private final Summary summary;
    private final Posting posting;

    ImpactCommand(Deeds deeds, ProposalBook proposals, Roles roles, Summary summary, Posting posting) {
        this.deeds = deeds;
        this.proposals = proposals;
        this.roles = roles;
        this.summary = summary;
        this.posting = posting;
    }

    @Override
    public String word() {
        return "impact";
    }

    @Override
    public boolean isMeantBy(String rest) {
        return rest.isBlank();
    }

    @Override
    @Transactional
    public Reply atOnce(Inbound.Commanded command, String rest) {
        var workspace = command.gesture().workspace();
        var member = command.gesture().member();
        if (roles.of(workspace, member).decides()) {
            return Reply.later();
        }
        var ended = proposals.settled(workspace, MOST_READ);
        var mine = ended.stream().filter(it -> it.createdBy().equals(member)).toList();
        return new Reply.Whisper(
                Words.impact(Tally.of(deeds.of(workspace, member), mine, 0)).render());
    }

    @Override
    public void hear(Inbound.Commanded command, String rest) {
        var workspace = command.gesture().workspace();
        posting.say(
                workspace,
                command.channel(),
                Key.of("impact", command.gesture().key()),
                SummaryCard.of(summary.of(workspace)));
    }
}
