package dev.cowork.playbook;

import dev.cowork.playbook.Page.Part;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The ways to begin a session, in the order in which they are offered. Read once from `playbook/openings.md`.
@ApplicationScoped
public class Openings {
    private static final Pattern OPENING = Pattern.compile("([a-z-]+): (.+)");
    private static final Pattern FIELD = Pattern.compile("([a-z-]+): (.+?)( \\(required\\))?");

    private final List<Opening> all;

    public Openings() {
        this.all = Page.read("openings").parts().stream().map(Openings::opening).toList();
    }

    public List<Opening> all() {
        return all;
    }

    public Optional<Opening> byId(String id) {
        return all.stream().filter(opening -> opening.id().equals(id)).findFirst();
    }

    private static Opening opening(Part part) {
        var title = Page.match(OPENING, part.title());
        return new Opening(
                title.group(1),
                title.group(2),
                part.text(),
                part.parts().stream().map(Openings::field).toList());
    }

    private static Opening.Field field(Part part) {
        var title = Page.match(FIELD, part.title());
        return new Opening.Field(title.group(1), title.group(2), part.text(), part.quote(), title.group(3) != null);
    }
}
