package dev.cowork.proposal.authority;

import dev.cowork.slack.Address;
import dev.cowork.slack.Inbound;
import dev.cowork.slack.Listener;
import dev.cowork.slack.Reply;
import jakarta.enterprise.context.ApplicationScoped;

/// `Restore this version`: what it said is in force again, as a new version.
@ApplicationScoped
class RestoreFormListener implements Listener<Inbound.Submitted> {
    private final EditingMatrix editing;
    private final AuthorityBook book;

    RestoreFormListener(EditingMatrix editing, AuthorityBook book) {
        this.editing = editing;
        this.book = book;
    }

    @Override
    public Address address() {
        return Address.form(MatrixModal.RESTORE);
    }

    @Override
    public Class<Inbound.Submitted> hears() {
        return Inbound.Submitted.class;
    }

    /// It has no field beside which something could stand.
    @Override
    public Reply atOnce(Inbound.Submitted sent) {
        return editing.refusal(sent)
                .<Reply>map(why -> new Reply.Change(MatrixModal.of("Nothing was restored", why)))
                .orElseGet(Reply::later);
    }

    @Override
    public void hear(Inbound.Submitted sent) {
        var place = RuleForm.Place.read(sent.form().hidden());
        editing.refusal(sent)
                .ifPresentOrElse(why -> editing.tell(sent, why), () -> restore(sent, place.version(), place.number()));
    }

    private void restore(Inbound.Submitted sent, int inForce, int version) {
        book.of(sent.gesture().workspace(), version)
                .ifPresent(old -> editing.save(sent, old.matrix().as(inForce), "Restored version " + version + "."));
    }
}
