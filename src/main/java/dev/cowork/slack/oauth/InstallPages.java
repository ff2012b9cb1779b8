package dev.cowork.slack.oauth;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/// The pages around Slack's own.
@CheckedTemplate(basePath = "web/install")
final class InstallPages {
    private InstallPages() {}

    /// What is asked for and why, and the way to Slack.
    static native TemplateInstance before(List<Scopes.Scope> scopes, String slack);

    static native TemplateInstance after(String workspace, String command, String open);

    /// @param again whether starting anew may help
    static native TemplateInstance problem(String title, String what, boolean again);
}
