package dev.cowork.proposal;

import dev.cowork.proposal.authority.Circumstances;
import dev.cowork.proposal.authority.Matrix;
import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.Money;
import dev.cowork.workspace.Position;
import dev.cowork.workspace.Role;
import java.util.Optional;

/// The authority matrix as the settings make it, for whoever tests what it says.
public final class FirstMatrix {
    private FirstMatrix() {}

    public static Ruling rule(Ask ask, Money agentLimit, Money supervisorLimit) {
        return new AuthorityMatrix(
                        Matrix.first(1, agentLimit, supervisorLimit),
                        new Position(new MemberId("UANA"), Role.AGENT, "", false, false),
                        Circumstances.USUAL,
                        AuthorityMatrix.Counted.NOTHING)
                .rule(ask, Optional.empty());
    }
}
