package dev.cowork.proposal.authority;

import dev.cowork.slack.Address;
import dev.cowork.slack.Inbound;
import dev.cowork.slack.Listener;
import dev.cowork.slack.Reply;
import jakarta.enterprise.context.ApplicationScoped;

/// The buttons of the administration: each shows what is true now, in the modal that stands open or in a new one.
@ApplicationScoped
class AdminListener implements Listener<Inbound.Pressed> {
    private final AuthorityBook book;
    private final AdminModal modal;

    AdminListener(AuthorityBook book, AdminModal modal) {
        this.book = book;
        this.modal = modal;
    }

    @Override
    public Address address() {
        return Address.action(AdminCard.ACTION);
    }

    @Override
    public Class<Inbound.Pressed> hears() {
        return Inbound.Pressed.class;
    }

    @Override
    public Reply atOnce(Inbound.Pressed pressed) {
        var gesture = pressed.gesture();
        if (!gesture.isOfThisWorkspace() || !book.isAdmin(gesture.workspace(), gesture.member())) {
            return new Reply.Whisper(Refusing.NO_ADMIN);
        }
        return modal.of(gesture.workspace(), pressed.actionId().replaceFirst("^.*?:", ""), pressed.value())
                .<Reply>map(view -> isInModal(pressed) ? new Reply.Change(view) : new Reply.Open(view))
                .orElseGet(() -> new Reply.Whisper("Somebody saved other rules meanwhile. Please open it again."));
    }

    /// App Home hides nothing in itself.
    private static boolean isInModal(Inbound.Pressed pressed) {
        return pressed.view().filter(it -> !it.hidden().isEmpty()).isPresent();
    }
}
