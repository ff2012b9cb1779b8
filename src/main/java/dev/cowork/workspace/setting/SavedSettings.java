package dev.cowork.workspace.setting;

import dev.cowork.workspace.WorkspaceId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/// The workspace_setting table.
@ApplicationScoped
class SavedSettings implements PanacheRepositoryBase<SavedSetting, SavedSetting.Id> {
    /// All savings, the oldest first: a workspace saves some dozen times in its life.
    List<SavedSetting> in(WorkspaceId workspace) {
        return list("id.workspace = ?1 order by id.version, id.name", workspace.value());
    }
}
