package dev.cowork.insight;

import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.WorkspaceId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;

/// How many tips somebody has shared, to be read by others.
@ApplicationScoped
public class TipCount {
    private final Tips tips;

    TipCount(Tips tips) {
        this.tips = tips;
    }

    /// A tip with how many reactions it had.
    public record Loved(String words, MemberId sharedBy, long reactions) {
        @Override
        public String toString() {
            return "Loved[" + reactions + "]";
        }
    }

    /// Tips shared since then, the most helpful first.
    @Transactional
    public List<Loved> lovedSince(WorkspaceId workspace, Instant since, int most) {
        return tips.lovedSince(workspace, since, most);
    }

    /// Reactions of others to what somebody shared.
    @Transactional
    public long reactionsTo(WorkspaceId workspace, MemberId member) {
        return tips.reactionsTo(workspace, member);
    }

    @Transactional
    public long sharedBy(WorkspaceId workspace, MemberId member) {
        return tips.countBy(workspace, member);
    }
}
