package dev.cowork.knowledge;

import dev.cowork.delivery.Delivery;
import dev.cowork.delivery.Inbox;
import dev.cowork.delivery.Key;
import dev.cowork.delivery.Lane;
import dev.cowork.slack.Address;
import dev.cowork.slack.Inbound;
import dev.cowork.slack.Listener;
import dev.cowork.slack.Reply;
import dev.cowork.workspace.Roles;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// `Add knowledge`, sent off: each file is an errand of its own, and so is the text that was written into the form.
@ApplicationScoped
class AddFormListener implements Listener<Inbound.Submitted> {
    private final Inbox inbox;
    private final Roles roles;

    AddFormListener(Inbox inbox, Roles roles) {
        this.inbox = inbox;
        this.roles = roles;
    }

    @Override
    public Address address() {
        return Address.form(KnowledgeModal.ADD);
    }

    @Override
    public Class<Inbound.Submitted> hears() {
        return Inbound.Submitted.class;
    }

    @Override
    public Reply atOnce(Inbound.Submitted sent) {
        var form = sent.form();
        if (!mayKeep(sent)) {
            return error(KnowledgeModal.KIND, KnowledgeListener.NO_KEEPER);
        }
        if (files(form).isEmpty() && form.value(KnowledgeModal.TEXT).isEmpty()) {
            return error(KnowledgeModal.FILES, "Choose a file, or write a text and its name below.");
        }
        if (!form.value(KnowledgeModal.TEXT).isEmpty()) {
            if (form.value(KnowledgeModal.NAME).isEmpty()) {
                return error(KnowledgeModal.NAME, "Give the text a name, by which it is replaced later.");
            }
            var file = written(sent);
            return file.complaint()
                    .or(() -> ForbiddenWords.complaint(file))
                    .map(why -> error(KnowledgeModal.TEXT, why))
                    .orElseGet(Reply::later);
        }
        return Reply.later();
    }

    @Override
    public void hear(Inbound.Submitted sent) {
        if (!mayKeep(sent)) {
            return;
        }
        var form = sent.form();
        var kind = form.value(KnowledgeModal.KIND);
        var isInternal = form.value(KnowledgeModal.INTERNAL).contains(KnowledgeModal.YES);
        var by = sent.gesture().member().value();
        for (var file : files(form)) {
            order(sent, file, new FetchingFile.Order(file, "", "", kind, isInternal, by));
        }
        if (!form.value(KnowledgeModal.TEXT).isEmpty()) {
            var text = new FetchingFile.Order("", name(form), form.value(KnowledgeModal.TEXT), kind, isInternal, by);
            order(sent, "text", text);
        }
    }

    private void order(Inbound.Submitted sent, String what, FetchingFile.Order order) {
        var gesture = sent.gesture();
        inbox.accept(Delivery.own(
                gesture.workspace(),
                Key.of(FetchingFile.KIND, gesture.key(), what),
                Lane.of(gesture.workspace(), FetchingFile.KIND),
                FetchingFile.KIND,
                order.json()));
    }

    private boolean mayKeep(Inbound.Submitted sent) {
        var gesture = sent.gesture();
        return gesture.isOfThisWorkspace() && roles.keepsKnowledge(gesture.workspace(), gesture.member());
    }

    private static NewFile written(Inbound.Submitted sent) {
        var form = sent.form();
        return NewFile.of(
                sent.gesture().workspace().value(),
                name(form),
                KnowledgeKind.of(form.value(KnowledgeModal.KIND)),
                false,
                form.value(KnowledgeModal.TEXT),
                sent.gesture().member().value());
    }

    /// A text that was written by hand is Markdown.
    private static String name(Inbound.Form form) {
        var name = form.value(KnowledgeModal.NAME);
        return name.matches("(?i).*\\.(md|markdown|txt)") ? name : name + ".md";
    }

    private static List<String> files(Inbound.Form form) {
        return Optional.ofNullable(form.many().get(KnowledgeModal.FILES)).orElse(List.of());
    }

    private static Reply error(String block, String why) {
        return new Reply.Errors(Map.of(block, why));
    }
}
