package dev.cowork.home;

import dev.cowork.proposal.authority.AdminCard;
import dev.cowork.slack.Address;
import dev.cowork.slack.Inbound;
import dev.cowork.slack.Listener;
import dev.cowork.slack.Reply;
import dev.cowork.workspace.Roles;
import dev.cowork.workspace.setting.SavingSettings;
import jakarta.enterprise.context.ApplicationScoped;

/// `Settings` in App Home.
@ApplicationScoped
class SettingsPress implements Listener<Inbound.Pressed> {
    static final String NO_ADMIN = "Only administrators change the settings, and you are not one here.";

    private final SavingSettings saving;
    private final Roles roles;

    SettingsPress(SavingSettings saving, Roles roles) {
        this.saving = saving;
        this.roles = roles;
    }

    @Override
    public Address address() {
        return Address.action(AdminCard.SETTINGS);
    }

    @Override
    public Class<Inbound.Pressed> hears() {
        return Inbound.Pressed.class;
    }

    @Override
    public Reply atOnce(Inbound.Pressed pressed) {
        var gesture = pressed.gesture();
        var workspace = gesture.workspace();
        return gesture.isOfThisWorkspace() && roles.isAdmin(workspace, gesture.member())
                ? new Reply.Open(SettingsModal.of(
                        saving.now(workspace),
                        saving.version(workspace),
                        saving.lately(workspace, SettingsModal.MOST_CHANGES)))
                : new Reply.Whisper(NO_ADMIN);
    }
}
