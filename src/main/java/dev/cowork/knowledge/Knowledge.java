package dev.cowork.knowledge;

import dev.cowork.slack.SlackText;
import dev.cowork.workspace.WorkspaceId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What the company knows, and how it wants to sound.
@ApplicationScoped
public class Knowledge {
    private static final int LONGEST_QUESTION = 2000;
    /// What stands at the beginning of every request; more would be paid for with each of them.
    private static final int LONGEST_VOICE = 6000;

    private final KnowledgeFiles files;
    private final StoredPassages passages;
    private final Finding finding;

    Knowledge(KnowledgeFiles files, StoredPassages passages, Finding finding) {
        this.files = files;
        this.passages = passages;
        this.finding = finding;
    }

    /// A file as it is listed.
    ///
    /// @param isOwn whether it can be removed here: what is for every workspace is the operator's
    /// @param from `folder`, `api`, or the member who brought it
    public record File(
            String path,
            String kind,
            boolean isInternal,
            int version,
            int passages,
            boolean isOwn,
            String from,
            Instant broughtAt) {}

    /// The passages that fit the words best, the best one first; empty where nothing fits.
    @Transactional
    public List<Passage> find(WorkspaceId workspace, String words, int most) {
        return finding.find(
                workspace.value(), SlackText.cut(words.replace("\0", "").strip(), LONGEST_QUESTION), most);
    }

    /// Empty where there is none of that name, or none any more.
    @Transactional
    public Optional<Passage> read(WorkspaceId workspace, String ref) {
        return passages.of(workspace.value(), ref);
    }

    /// The passages that a text cites, in its order, each once.
    @Transactional
    public List<Passage> citedIn(WorkspaceId workspace, String text) {
        return Citations.in(text).stream()
                .flatMap(ref -> read(workspace, ref).stream())
                .toList();
    }

    /// All that must not reach a customer.
    @Transactional
    public List<Passage> internal(WorkspaceId workspace) {
        return passages.internalIn(workspace.value());
    }

    /// How the company wants to sound, with its examples of good answers; empty where it said nothing.
    @Transactional
    public String voice(WorkspaceId workspace) {
        var tone = words(workspace, KnowledgeKind.TONE);
        var examples = words(workspace, KnowledgeKind.EXAMPLE);
        var whole = tone + (examples.isEmpty() ? "" : "\n\nExamples of good answers:\n\n" + examples);
        return SlackText.cut(whole.strip(), LONGEST_VOICE);
    }

    /// Words that stand in no draft, line by line: `WORDS` or `WORDS => WORDING TO PUT INSTEAD`.
    @Transactional
    public List<String> forbidden(WorkspaceId workspace) {
        return files.readIn(workspace.value(), KnowledgeKind.FORBIDDEN).stream()
                .flatMap(file -> ForbiddenWords.lines(file.words()).stream())
                .toList();
    }

    /// Whether there is anything to cite.
    @Transactional
    public boolean isThere(WorkspaceId workspace) {
        return files.readIn(workspace.value()).stream()
                .anyMatch(file -> file.kind().isFound());
    }

    /// All there is, by name.
    @Transactional
    public List<File> files(WorkspaceId workspace) {
        return files.readIn(workspace.value()).stream()
                .map(file -> new File(
                        file.path(),
                        file.kind().shown(),
                        file.isInternal(),
                        file.version(),
                        file.passages(),
                        !file.workspace().equals(NewFile.EVERY_WORKSPACE),
                        file.from(),
                        file.broughtAt()))
                .toList();
    }

    private String words(WorkspaceId workspace, KnowledgeKind kind) {
        return files.readIn(workspace.value(), kind).stream()
                .map(KnowledgeFile::words)
                .map(String::strip)
                .collect(Collectors.joining("\n\n"));
    }
}
