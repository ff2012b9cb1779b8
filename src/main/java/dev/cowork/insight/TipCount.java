package dev.cowork.insight;

import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.WorkspaceId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/// How many tips somebody has shared, to be read by others.
@ApplicationScoped
public class TipCount {
    private final Tips tips;

    TipCount(Tips tips) {
        this.tips = tips;
    }

    @Transactional
    public long sharedBy(WorkspaceId workspace, MemberId member) {
        return tips.countBy(workspace, member);
    }
}
