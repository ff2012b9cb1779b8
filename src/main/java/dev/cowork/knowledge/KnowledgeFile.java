package dev.cowork.knowledge;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity
@Table(name = "knowledge_file")
class KnowledgeFile {
    @Embeddable
    record Place(String workspace, String path) {}

    @EmbeddedId
    private Place id;

    @Enumerated(EnumType.STRING)
    private KnowledgeKind kind;

    private String title;

    @Column(name = "is_internal")
    private boolean internal;

    private String words;
    private String hash;
    private int version;
    private int passages;

    @Column(name = "brought_from")
    private String broughtFrom;

    @Column(name = "brought_at")
    private Instant broughtAt;

    KnowledgeFile() {}

    KnowledgeFile(NewFile file, Cutting cutting, int version, Instant at) {
        this.id = new Place(file.workspace(), file.path());
        this.kind = file.kind();
        this.title = cutting.title();
        this.internal = file.isInternal();
        this.words = file.text();
        this.hash = file.hash();
        this.version = version;
        this.passages = cutting.passages().size();
        this.broughtFrom = file.from();
        this.broughtAt = at;
    }

    String workspace() {
        return id.workspace();
    }

    String path() {
        return id.path();
    }

    KnowledgeKind kind() {
        return kind;
    }

    String title() {
        return title;
    }

    boolean isInternal() {
        return internal;
    }

    String words() {
        return words;
    }

    String hash() {
        return hash;
    }

    int version() {
        return version;
    }

    int passages() {
        return passages;
    }

    String from() {
        return broughtFrom;
    }

    Instant broughtAt() {
        return broughtAt;
    }
}
