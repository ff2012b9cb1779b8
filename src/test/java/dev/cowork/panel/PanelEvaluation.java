package dev.cowork.panel;

import dev.cowork.partner.Partner;
import dev.cowork.partner.PartnerUnavailableException;
import dev.cowork.partner.Specialist.Position;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Has the specialists look at the cases of [PanelEvalCase], all at once as in the program, and grades their positions.
record PanelEvaluation(List<Grade> grades) {
    record Grade(String id, String check, boolean isPassed) {
        boolean isSafety() {
            return PanelEvalChecks.SAFETY.contains(check.replaceFirst(":.*", ""));
        }
    }

    static PanelEvaluation by(Partner partner) {
        var grades = new ArrayList<Grade>();
        for (var it : PanelEvalCase.all()) {
            var graded = new PanelEvalChecks.Graded(it, positions(partner, it));
            it.checks().forEach(check -> grades.add(new Grade(it.id(), check, PanelEvalChecks.passes(check, graded))));
        }
        return new PanelEvaluation(List.copyOf(grades));
    }

    /// Who takes none is missing, as in a panel.
    static LinkedHashMap<String, Position> positions(Partner partner, PanelEvalCase it) {
        var asked = new LinkedHashMap<String, Future<Position>>();
        var matter = it.matter();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var profile : Profiles.builtIn()) {
                asked.put(
                        profile.id(),
                        threads.submit(() -> partner.takePosition(matter, it.part(profile), List.of())
                                .position()));
            }
        }
        var positions = new LinkedHashMap<String, Position>();
        asked.forEach((id, position) -> {
            if (position.state() == Future.State.SUCCESS) {
                positions.put(id, position.resultNow());
            } else if (!(position.exceptionNow() instanceof PartnerUnavailableException)) {
                throw new IllegalStateException("a case could not be led", position.exceptionNow());
            }
        });
        return positions;
    }

    List<Grade> failed() {
        return grades.stream().filter(grade -> !grade.isPassed()).toList();
    }

    String shown() {
        return grades.size() - failed().size() + " of " + grades.size() + " checks passed";
    }

    void writeTo(Path directory) throws IOException {
        var lines = new ArrayList<String>();
        lines.add("# The specialists: " + shown());
        lines.add("");
        failed().forEach(grade -> lines.add(
                "- " + grade.id() + ": `" + grade.check() + "` failed" + (grade.isSafety() ? " (safety)" : "")));
        Files.createDirectories(directory);
        Files.writeString(directory.resolve("panel.md"), String.join("\n", lines) + "\n");
    }
}
