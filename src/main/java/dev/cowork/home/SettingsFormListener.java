package dev.cowork.home;

import dev.cowork.audit.AuditChain;
import dev.cowork.audit.AuditFact;
import dev.cowork.slack.Address;
import dev.cowork.slack.Inbound;
import dev.cowork.slack.Listener;
import dev.cowork.slack.Reply;
import dev.cowork.workspace.Roles;
import dev.cowork.workspace.setting.SavingSettings;
import dev.cowork.workspace.setting.Setting;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The settings, sent off: checked beside their fields, saved as a version, and entered in the record.
@ApplicationScoped
class SettingsFormListener implements Listener<Inbound.Submitted> {
    private final SavingSettings saving;
    private final Roles roles;
    private final AuditChain audit;
    private final KeepingHome home;

    SettingsFormListener(SavingSettings saving, Roles roles, AuditChain audit, KeepingHome home) {
        this.saving = saving;
        this.roles = roles;
        this.audit = audit;
        this.home = home;
    }

    @Override
    public Address address() {
        return Address.form(SettingsModal.NAME);
    }

    @Override
    public Class<Inbound.Submitted> hears() {
        return Inbound.Submitted.class;
    }

    @Override
    public Reply atOnce(Inbound.Submitted sent) {
        var wrong = new HashMap<String, String>();
        var first = Setting.values()[0].id();
        if (!isAdmin(sent)) {
            wrong.put(first, SettingsPress.NO_ADMIN);
        } else if (!isOfNow(sent)) {
            wrong.put(first, "Somebody saved others meanwhile. Close this and open it again to see what holds now.");
        } else {
            SettingsModal.read(sent.form())
                    .forEach((setting, value) ->
                            setting.complaintAbout(value).ifPresent(why -> wrong.put(setting.id(), why)));
        }
        return wrong.isEmpty() ? Reply.later() : new Reply.Errors(wrong);
    }

    @Override
    public void hear(Inbound.Submitted sent) {
        var values = SettingsModal.read(sent.form());
        if (!isAdmin(sent)
                || !isOfNow(sent)
                || values.entrySet().stream()
                        .anyMatch(
                                it -> it.getKey().complaintAbout(it.getValue()).isPresent())) {
            return;
        }
        var gesture = sent.gesture();
        var changes = saving.save(gesture.workspace(), values, gesture.member());
        if (!changes.isEmpty()) {
            home.refresh(gesture.workspace(), Set.of(gesture.member()));
            audit.write(new AuditFact(
                    gesture.workspace(),
                    Optional.empty(),
                    "set",
                    gesture.member(),
                    gesture.member(),
                    new AuditFact.Change(
                            "settings",
                            "version " + (changes.getFirst().version() - 1),
                            "version " + changes.getFirst().version()),
                    changes.getFirst().at(),
                    gesture.key(),
                    named(changes)));
        }
    }

    private static Map<String, String> named(List<SavingSettings.Change> changes) {
        var named = new HashMap<String, String>();
        changes.forEach(change -> named.put("setting " + change.setting().id(), change.after()));
        return named;
    }

    private boolean isAdmin(Inbound.Submitted sent) {
        var gesture = sent.gesture();
        return gesture.isOfThisWorkspace() && roles.isAdmin(gesture.workspace(), gesture.member());
    }

    private boolean isOfNow(Inbound.Submitted sent) {
        return sent.form()
                .hidden()
                .equals(Integer.toString(saving.version(sent.gesture().workspace())));
    }
}
