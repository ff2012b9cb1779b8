package dev.cowork.proposal;

import dev.cowork.workspace.MemberId;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.JoinColumn;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/// Who works on a proposal's ticket as agent and may therefore not decide it. Grows while it waits, by
/// [Proposals#takePart].
@Embeddable
class Participants {
    @ElementCollection
    @CollectionTable(
            name = "proposal_participant",
            joinColumns = {
                @JoinColumn(name = "workspace", referencedColumnName = "workspace"),
                @JoinColumn(name = "proposal", referencedColumnName = "id")
            })
    @Column(name = "member")
    private Set<String> members = new HashSet<>();

    static Participants of(NewProposal wanted) {
        var participants = new Participants();
        wanted.tookPart().stream().map(MemberId::value).forEach(participants.members::add);
        participants.members.add(wanted.by().value());
        return participants;
    }

    boolean include(MemberId member) {
        return members.contains(member.value());
    }

    Set<MemberId> all() {
        return members.stream().map(MemberId::new).collect(Collectors.toUnmodifiableSet());
    }
}
