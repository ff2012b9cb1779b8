package dev.cowork.home;

import dev.cowork.proposal.ProposalBook;
import dev.cowork.session.SubCommand;
import dev.cowork.slack.Inbound;
import dev.cowork.slack.Reply;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/// `/cowork impact`: the person's own sessions and decisions so far.
@ApplicationScoped
class ImpactCommand implements SubCommand {
    /// Decisions looked at, newest first: enough for a person's own count.
    private static final int MOST_READ = 1000;

    private final Deeds deeds;
    private final ProposalBook proposals;

    ImpactCommand(Deeds deeds, ProposalBook proposals) {
        this.deeds = deeds;
        this.proposals = proposals;
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
        var ended = proposals.settled(workspace, MOST_READ);
        var mine = ended.stream().filter(it -> it.createdBy().equals(member)).toList();
        var decided = ended.stream()
                .filter(it ->
                        it.decision().filter(last -> last.by().equals(member)).isPresent())
                .filter(it -> !it.createdBy().equals(member))
                .count();
        return new Reply.Whisper(Words.impact(Tally.of(deeds.of(workspace, member), mine, decided))
                .render());
    }
}
