package dev.cowork.knowledge;

import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.bgesmallenv15q.BgeSmallEnV15QuantizedEmbeddingModel;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// What a text means, as numbers that lie close where texts mean alike. Worked out in this process; nothing leaves it.
/// Loaded when it is first needed. Where that cannot be, passages are found by their words alone.
@ApplicationScoped
class Meaning {
    /// The model wants questions to begin so.
    private static final String ASKED = "Represent this sentence for searching relevant passages: ";
    /// It reads about 500 words; more would only be thrown away after they were counted.
    private static final int LONGEST = 3000;

    private final KnowledgeConfig config;
    private final ReentrantLock loading = new ReentrantLock();
    private volatile @Nullable EmbeddingModel model;
    private volatile boolean isBroken;

    Meaning(KnowledgeConfig config) {
        this.config = config;
    }

    Optional<float[]> of(Passage passage) {
        return of(passage.heading() + "\n" + passage.words());
    }

    Optional<float[]> ofQuestion(String words) {
        return of(ASKED + words);
    }

    private Optional<float[]> of(String text) {
        if (!config.byMeaning() || isBroken) {
            return Optional.empty();
        }
        try {
            var vector = model().embed(text.substring(0, Math.min(LONGEST, text.length())))
                    .content();
            vector.normalize();
            return Optional.of(vector.vector());
        } catch (RuntimeException | LinkageError e) {
            isBroken = true;
            Log.errorf(e, "passages are found by their words alone: the model of meaning cannot be used here");
            return Optional.empty();
        }
    }

    private EmbeddingModel model() {
        var there = model;
        if (there != null) {
            return there;
        }
        loading.lock();
        try {
            var loaded = model == null ? new BgeSmallEnV15QuantizedEmbeddingModel(Runnable::run) : model;
            model = loaded;
            return loaded;
        } finally {
            loading.unlock();
        }
    }

    /// How much alike, from -1 to 1.
    static double alike(float[] one, float[] other) {
        var sum = 0.0;
        for (var at = 0; at < Math.min(one.length, other.length); at++) {
            sum += one[at] * other[at];
        }
        return sum;
    }
}
