package dev.cowork.proposal.authority;

import static com.slack.api.model.block.Blocks.actions;
import static com.slack.api.model.block.Blocks.divider;
import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.markdownText;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.block.element.BlockElements.button;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.ButtonElement;
import dev.cowork.slack.Message;
import dev.cowork.slack.SlackText;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/// What administrators find in App Home, as a part of the page, and what they are told directly.
public final class AdminCard {
    /// Heard where several features are shown together.
    public static final String SETTINGS = "home_settings";

    static final String ACTION = "authority";
    private static final int LONGEST = 200;
    private static final DateTimeFormatter PLAIN = DateTimeFormatter.ofPattern("d MMM uuuu 'at' HH:mm 'UTC'", Locale.US)
            .withZone(ZoneOffset.UTC);

    private AdminCard() {}

    public static List<LayoutBlock> of(AuthorityBook.Desk desk) {
        var matrix = desk.inForce().matrix();
        var words = "*Administration*\nAuthority matrix: %s · %s and %s hold.\nRoles: %s more than an agent."
                .formatted(
                        standing(desk.inForce()),
                        many(matrix.lines().size(), "rule"),
                        many(matrix.caps().size(), "cap"),
                        desk.people() == 1 ? "1 person is" : desk.people() + " people are");
        var first = desk.isFirstAdmin()
                ? "\n:information_source: Nobody was made an administrator yet, so everybody whom the settings name as"
                        + " supervisor or manager is one. Name one under `Roles`."
                : "";
        return List.of(
                divider(),
                section(it -> it.text(markdownText(words + first))),
                actions(it -> it.blockId("administration")
                        .elements(List.of(matrix(), press("Versions", "versions", ""), roles(), settings()))));
    }

    private static String many(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    /// `version 3, saved by @Mia …: what changed`. What the settings say is what they say.
    static String standing(AuthorityBook.Version version) {
        var isOfSettings = version.savedBy().equals(Matrices.SETTINGS);
        return "version %d, %s%s%s"
                .formatted(
                        version.matrix().version(),
                        isOfSettings ? "taken from the settings" : "saved by <@" + version.savedBy() + ">",
                        version.savedAt().map(at -> " " + at(at)).orElse(""),
                        isOfSettings ? "" : ": " + SlackText.escaped(SlackText.cut(version.change(), LONGEST)));
    }

    static Message note(String words) {
        return Message.of(words, List.of(section(it -> it.text(markdownText(SlackText.cut(words, 3000))))));
    }

    /// The way to where people are given roles.
    public static ButtonElement roles() {
        return press("Roles", "roles", "");
    }

    /// The way to who may grant how much.
    public static ButtonElement matrix() {
        return press("Authority matrix", "matrix", "");
    }

    /// The way to what a workspace sets for itself.
    public static ButtonElement settings() {
        return button(press -> press.actionId(SETTINGS).text(plainText("Settings")));
    }

    static ButtonElement press(String label, String what, String value) {
        return button(it -> {
            it.actionId(ACTION + ":" + what).text(plainText(label));
            return value.isEmpty() ? it : it.value(value);
        });
    }

    private static String at(Instant at) {
        return "<!date^" + at.getEpochSecond() + "^{date_short_pretty} at {time}|" + PLAIN.format(at) + ">";
    }
}
