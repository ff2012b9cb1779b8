package dev.cowork.partner;

import dev.cowork.workspace.Sha256;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/// Keeps what customers wrote apart from what we say: such text stands between two lines that it cannot contain.
/// The lines are the same all through a session, so that repeated requests begin alike, and different in every other.
record Fence(String mark) {
    private static final String HARMLESS = "\r\u00AD\uFEFF\u2060\u200C\u200D\u200E\u200F";

    /// Quoted lines as Slack sends them, and as people type them.
    private static final Pattern QUOTED = Pattern.compile("^(&gt;|>).*");

    static Fence of(String session) {
        return new Fence("data-" + HexFormat.of().formatHex(Sha256.bytes("fence of " + session), 0, 6));
    }

    String open() {
        return "<" + mark + ">";
    }

    String close() {
        return "</" + mark + ">";
    }

    /// The text as it may stand between the lines: nothing invisible in it, and not the mark.
    String disarmed(String text) {
        return visible(text).replace(mark, "").strip();
    }

    /// The agent's own words, with what they quoted or fenced as code put between the lines.
    String around(String words) {
        var out = new ArrayList<String>();
        var quoted = new ArrayList<String>();
        var inCode = false;
        for (var line : disarmed(words).lines().toList()) {
            var turns = line.strip().startsWith("```");
            if (inCode || turns || QUOTED.matcher(line).matches()) {
                quoted.add(line);
            } else {
                flush(quoted, out);
                out.add(line);
            }
            // A line that opens and closes by itself changes nothing.
            inCode = turns && line.strip().indexOf("```", 3) < 0 ? !inCode : inCode;
        }
        flush(quoted, out);
        return String.join("\n", out);
    }

    private void flush(List<String> quoted, List<String> out) {
        if (!quoted.isEmpty()) {
            out.add(open());
            out.addAll(quoted);
            out.add(close());
            quoted.clear();
        }
    }

    /// Without characters that nobody sees: controls, bidi marks, zero-width and tag characters. Joiners stay between
    /// letters that need them.
    static String visible(String text) {
        var out = new StringBuilder(text.length());
        var points = text.codePoints().toArray();
        for (var at = 0; at < points.length; at++) {
            if (isSeen(points, at)) {
                out.appendCodePoint(points[at]);
            }
        }
        return out.toString();
    }

    /// How many characters [#visible] leaves out, harmless ones aside: line ends, soft hyphens, byte order marks and
    /// joiners.
    static int hidden(String text) {
        var points = text.codePoints().toArray();
        var hidden = 0;
        for (var at = 0; at < points.length; at++) {
            if (!isSeen(points, at) && HARMLESS.indexOf(points[at]) < 0) {
                hidden++;
            }
        }
        return hidden;
    }

    private static boolean isSeen(int[] points, int at) {
        var point = points[at];
        if (point == '\n' || point == '\t') {
            return true;
        }
        // Arabic, Indic scripts and joined emoji need these; between plain letters they only hide something.
        if (point == 0x200C || point == 0x200D) {
            return at > 0
                    && at + 1 < points.length
                    && points[at - 1] > 0x2FF
                    && points[at + 1] > 0x2FF
                    && Character.getType(points[at - 1]) != Character.FORMAT
                    && Character.getType(points[at + 1]) != Character.FORMAT;
        }
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> point != 0x3164 && point != 0x115F && point != 0x1160 && point != 0xFFA0;
        };
    }
}
