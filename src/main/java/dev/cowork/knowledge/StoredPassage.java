package dev.cowork.knowledge;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A passage where it is kept.
@Entity
@Table(name = "knowledge_passage")
class StoredPassage {
    @Embeddable
    record Place(String workspace, String ref) {}

    @EmbeddedId
    private Place id;

    private String path;
    private int place;
    private String heading;
    private String words;

    @Column(name = "is_internal")
    private boolean internal;

    @Column(name = "is_found")
    private boolean found;

    private String language;
    private byte @Nullable [] meaning;

    StoredPassage() {}

    StoredPassage(NewFile file, int place, Passage passage, String language, Optional<float[]> meaning) {
        this.id = new Place(file.workspace(), passage.ref());
        this.path = file.path();
        this.place = place;
        this.heading = passage.heading();
        this.words = passage.words();
        this.internal = passage.isInternal();
        this.found = file.kind().isFound();
        this.language = language;
        this.meaning = meaning.map(StoredPassage::bytes).orElse(null);
    }

    Passage passage() {
        return new Passage(id.ref(), path, heading, words, internal);
    }

    Optional<float[]> meaning() {
        return Optional.ofNullable(meaning).map(StoredPassage::floats);
    }

    private static byte[] bytes(float[] vector) {
        var bytes = ByteBuffer.allocate(vector.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(vector);
        return bytes.array();
    }

    private static float[] floats(byte[] bytes) {
        var vector = new float[bytes.length / Float.BYTES];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(vector);
        return vector;
    }
}
