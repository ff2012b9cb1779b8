package dev.cowork.knowledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/// What a program is told of what is there.
@ApplicationScoped
class Listing {
    private final KnowledgeFiles files;

    Listing(KnowledgeFiles files) {
        this.files = files;
    }

    record Line(String path, String kind, boolean internal, int version, int passages, String from) {}

    /// Of that workspace alone.
    @Transactional
    List<Line> of(String workspace) {
        return files.in(workspace).stream()
                .map(file -> new Line(
                        file.path(),
                        file.kind().word(),
                        file.isInternal(),
                        file.version(),
                        file.passages(),
                        file.from()))
                .toList();
    }
}
