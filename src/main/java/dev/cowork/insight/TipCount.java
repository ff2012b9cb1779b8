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
    private final HelpfulTips helpful;

    TipCount(Tips tips, HelpfulTips helpful) {
        this.tips = tips;
        this.helpful = helpful;
    }

    /// A tip with how many reactions it had.
    public record Loved(String words, MemberId sharedBy, long reactions) {
        @Override
        public String toString() {
            return "Loved[" + reactions + "]";
        }
    }

    /// Asks Slack which tips everybody can read, where it has not told lately; waits for the answer. Not inside a
    /// transaction.
    public void learnNow(WorkspaceId workspace) {
        helpful.learnNow(workspace);
    }

    /// Tips shared since then that everybody can read, the most helpful first.
    @Transactional
    public List<Loved> lovedSince(WorkspaceId workspace, Instant since, int most) {
        return tips.lovedSince(workspace, since, helpful.open(workspace), most);
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
