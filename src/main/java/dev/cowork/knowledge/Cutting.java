package dev.cowork.knowledge;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/// A file cut by its headings.
///
/// @param title its first heading, or its path
record Cutting(String title, List<Passage> passages) {
    /// Longer ones are cut between paragraphs, so that what is found can be read at a glance.
    static final int LONGEST = 1500;
    private static final Pattern HEADING = Pattern.compile("^(#{1,6})\\s+(.+?)\\s*#*\\s*$");
    private static final Pattern INTERNAL = Pattern.compile("(?i)\\(internal\\)");
    private static final Pattern FENCE = Pattern.compile("^\\s*(?:```|~~~)");
    private static final int LONGEST_HEADING = 200;

    static Cutting of(String workspace, String path, String text, boolean isInternal) {
        var cut = new Cut(workspace, path, isInternal);
        text.lines().forEach(cut::take);
        cut.flush();
        return new Cutting(cut.title(), List.copyOf(cut.passages));
    }

    static String hash(String... parts) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            for (var part : parts) {
                sha.update(part.getBytes(StandardCharsets.UTF_8));
                sha.update((byte) 0);
            }
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    /// The name of a passage, by what makes it this one.
    private static String ref(String... parts) {
        var bits = new java.math.BigInteger(hash(parts), 16);
        var base = java.math.BigInteger.valueOf(Citations.LETTERS.length());
        var name = new StringBuilder("K-");
        for (var at = 0; at < Citations.LENGTH; at++) {
            name.append(Citations.LETTERS.charAt(bits.mod(base).intValue()));
            bits = bits.divide(base);
        }
        return name.toString();
    }

    /// The lines read so far.
    private static final class Cut {
        private final String workspace;
        private final String path;
        private final boolean isInternal;
        private final List<Passage> passages = new ArrayList<>();
        /// The headings above the present line, by rank.
        private final List<String> above = new ArrayList<>();

        private final StringBuilder words = new StringBuilder();
        private String title = "";
        private boolean isInCode;

        Cut(String workspace, String path, boolean isInternal) {
            this.workspace = workspace;
            this.path = path;
            this.isInternal = isInternal;
        }

        String title() {
            return title.isEmpty() ? path : title;
        }

        void take(String line) {
            isInCode = FENCE.matcher(line).find() != isInCode;
            var heading = HEADING.matcher(line);
            if (!isInCode && heading.matches()) {
                flush();
                var rank = heading.group(1).length();
                while (above.size() >= rank) {
                    above.removeLast();
                }
                above.add(heading.group(2)
                        .substring(0, Math.min(LONGEST_HEADING, heading.group(2).length())));
                title = title.isEmpty() ? above.getLast() : title;
            } else {
                words.append(line).append('\n');
                if (line.isBlank() && words.length() > LONGEST / 2) {
                    flush();
                }
            }
        }

        void flush() {
            var text = words.toString().strip();
            words.setLength(0);
            while (!text.isEmpty()) {
                var end = text.length() <= LONGEST ? text.length() : border(text);
                keep(text.substring(0, end).strip());
                text = text.substring(end).strip();
            }
        }

        private static int border(String text) {
            var end = Math.max(text.lastIndexOf('\n', LONGEST), text.lastIndexOf(' ', LONGEST));
            return end > LONGEST / 2 ? end : LONGEST - (Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? 1 : 0);
        }

        private void keep(String piece) {
            var heading = above.isEmpty() ? path : String.join(" › ", above);
            var internal = isInternal || INTERNAL.matcher(heading).find();
            var ref = ref(workspace, path, heading, piece, "" + passages.size(), "" + internal);
            passages.add(new Passage(
                    ref, path, INTERNAL.matcher(heading).replaceAll("").strip(), piece, internal));
        }
    }
}
