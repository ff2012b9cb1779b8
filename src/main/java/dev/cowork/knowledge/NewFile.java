package dev.cowork.knowledge;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// A file as it is brought in. What stands between two lines `---` at its beginning may say `kind:` and
/// `audience: internal`; what the form or the call says goes before it.
///
/// @param workspace its id, or [#EVERY_WORKSPACE]
/// @param from `folder`, `api`, or the member who brought it
record NewFile(String workspace, String path, KnowledgeKind kind, boolean isInternal, String text, String from) {
    /// What the folder holds is for every workspace that is served.
    static final String EVERY_WORKSPACE = "*";

    static final String FOLDER = "folder";
    static final String API = "api";
    static final int LARGEST = 500_000;
    static final int LONGEST_PATH = 200;

    private static final Pattern FRONT = Pattern.compile("\\A\\uFEFF?---\\R(?<front>.*?)\\R---\\R", Pattern.DOTALL);
    private static final Pattern KIND = Pattern.compile("(?im)^kind:\\s*[\"']?([\\w-]+)");
    private static final Pattern INTERNAL = Pattern.compile("(?im)^audience:\\s*[\"']?internal\\b");

    /// @param kind empty: as the file or its path says
    static NewFile of(
            String workspace, String path, Optional<KnowledgeKind> kind, boolean isInternal, String file, String from) {
        var front = FRONT.matcher(file);
        var hasFront = front.find();
        var head = hasFront ? front.group("front") : "";
        var said = KIND.matcher(head);
        var own = said.find() ? KnowledgeKind.of(said.group(1)) : Optional.<KnowledgeKind>empty();
        return new NewFile(
                workspace,
                path.strip(),
                kind.or(() -> own).orElseGet(() -> KnowledgeKind.byPath(path)),
                isInternal || INTERNAL.matcher(head).find(),
                file.substring(hasFront ? front.end() : 0).replace("\0", ""),
                from);
    }

    /// What is wrong with it, in words for who brings it.
    Optional<String> complaint() {
        if (path.isEmpty() || path.length() > LONGEST_PATH || path.chars().anyMatch(Character::isISOControl)) {
            return Optional.of("Its name must have 1 to " + LONGEST_PATH + " characters.");
        }
        if (!path.toLowerCase(Locale.ROOT).matches(".*\\.(md|markdown|txt)")) {
            return Optional.of("Only Markdown and plain text are read: the name must end in .md or .txt.");
        }
        if (text.length() > LARGEST) {
            return Optional.of("It is longer than " + LARGEST + " characters. Please cut it into several files.");
        }
        return text.isBlank() ? Optional.of("There is nothing in it.") : Optional.empty();
    }

    String hash() {
        return Cutting.hash(kind.word(), "" + isInternal, text);
    }

    @Override
    public String toString() {
        return "NewFile[" + workspace + ", " + path + "]";
    }
}
