package dev.cowork.home;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/// The room's longer texts for people, in `templates/home`.
@CheckedTemplate(basePath = "home")
final class Words {
    private Words() {}

    /// What to do first.
    static native TemplateInstance welcome(String command);

    /// What each sub-command does, and what helps where something does not work out.
    static native TemplateInstance help(String command, String tipsChannel, String contact);

    /// A person's own numbers.
    static native TemplateInstance impact(Tally tally);
}
