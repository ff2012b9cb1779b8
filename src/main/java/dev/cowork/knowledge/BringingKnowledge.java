package dev.cowork.knowledge;

import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.Roles;
import dev.cowork.workspace.WorkspaceId;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Takes files in. The same file twice changes nothing; a changed one takes the place of what it was. Finding out what
/// its passages mean takes a while, so it is done before the transaction.
@ApplicationScoped
class BringingKnowledge {
    private final KnowledgeFiles files;
    private final StoredPassages passages;
    private final Meaning meaning;
    private final Roles roles;
    private final Event<KnowledgeChanged> changed;
    private final InstantSource clock;

    BringingKnowledge(
            KnowledgeFiles files,
            StoredPassages passages,
            Meaning meaning,
            Roles roles,
            Event<KnowledgeChanged> changed,
            InstantSource clock) {
        this.files = files;
        this.passages = passages;
        this.meaning = meaning;
        this.roles = roles;
        this.changed = changed;
        this.clock = clock;
    }

    @Transactional(Transactional.TxType.NEVER)
    Brought bring(NewFile file) {
        var complaint = file.complaint().or(() -> ForbiddenWords.complaint(file));
        if (complaint.isPresent()) {
            return new Brought.Refused(file.path(), complaint.get());
        }
        if (QuarkusTransaction.requiringNew().call(() -> isThere(file))) {
            return new Brought.Unchanged(file.path());
        }
        var cutting = Cutting.of(file.workspace(), file.path(), file.text(), file.isInternal());
        if (cutting.passages().isEmpty()) {
            return new Brought.Refused(file.path(), "There are only headings in it.");
        }
        var meant = file.kind().isFound()
                ? cutting.passages().stream().map(meaning::of).toList()
                : List.<Optional<float[]>>of();
        return QuarkusTransaction.requiringNew().call(() -> keep(file, cutting, meant));
    }

    private boolean isThere(NewFile file) {
        return files.of(file.workspace(), file.path())
                .filter(it -> it.hash().equals(file.hash()))
                .isPresent();
    }

    private Brought keep(NewFile file, Cutting cutting, List<Optional<float[]>> meant) {
        files.lock();
        var before = files.of(file.workspace(), file.path());
        var version = before.map(KnowledgeFile::version).orElse(0) + 1;
        files.forget(file.workspace(), file.path());
        files.persistAndFlush(new KnowledgeFile(file, cutting, version, clock.instant()));
        passages.keep(file, cutting.passages(), meant);
        tell(file.workspace());
        return new Brought.Taken(
                file.path(), file.kind(), version, cutting.passages().size());
    }

    /// Whether it was there.
    @Transactional
    boolean forget(String workspace, String path) {
        files.lock();
        var isGone = files.forget(workspace, path) > 0;
        if (isGone) {
            tell(workspace);
        }
        return isGone;
    }

    /// These are all there are in the folder: what was once in it and is not any more is forgotten.
    @Transactional
    void forgetOthers(Set<String> paths) {
        files.lock();
        files.in(NewFile.EVERY_WORKSPACE).stream()
                .filter(file -> file.from().equals(NewFile.FOLDER) && !paths.contains(file.path()))
                .map(KnowledgeFile::path)
                .toList()
                .forEach(path -> files.forget(NewFile.EVERY_WORKSPACE, path));
    }

    private void tell(String workspace) {
        if (!workspace.equals(NewFile.EVERY_WORKSPACE)) {
            var id = new WorkspaceId(workspace);
            changed.fire(new KnowledgeChanged(id, keepers(id)));
        }
    }

    private Set<MemberId> keepers(WorkspaceId workspace) {
        return roles.all(workspace).stream()
                .map(position -> position.member())
                .filter(member -> roles.keepsKnowledge(workspace, member))
                .collect(Collectors.toSet());
    }
}
