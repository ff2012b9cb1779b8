package dev.cowork.panel;

import dev.cowork.knowledge.Knowledge;
import dev.cowork.knowledge.Passage;
import dev.cowork.partner.Brief;
import dev.cowork.partner.Specialist;
import dev.cowork.workspace.WorkspaceId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What of the company's knowledge a specialist is shown, and whether a clause it names says so.
@ApplicationScoped
class Slices {
    private static final int LOOKED_AT = 20;
    private static final int LONGEST_CASE = 1_500;

    private final Knowledge knowledge;

    Slices(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    Specialist.Part partOf(Profile profile, Specialist.Matter matter) {
        var workspace = matter.brief().workspace();
        var kinds = knowledge.files(workspace).stream()
                .filter(file -> profile.kinds().contains(file.kind().toLowerCase(Locale.ROOT)))
                .map(Knowledge.File::path)
                .collect(Collectors.toSet());
        var found = new ArrayList<Passage>();
        // Half by the case, half by what its field always asks for.
        Stream.of(casesWords(matter), profile.looksFor())
                .filter(words -> !words.isBlank())
                .forEach(words -> knowledge.find(workspace, words, LOOKED_AT).stream()
                        .filter(passage -> kinds.contains(passage.path()) && !found.contains(passage))
                        .limit(Math.max(1, profile.passages() / 2))
                        .forEach(found::add));
        var sources = found.stream()
                .limit(profile.passages())
                .map(it -> new Brief.Source(it.ref(), it.heading(), it.words(), it.isInternal()))
                .toList();
        return new Specialist.Part(profile.name(), profile.task(), sources, profile.abilities(), profile.tokens());
    }

    private static String casesWords(Specialist.Matter matter) {
        var brief = matter.brief();
        var words = Stream.of(
                        brief.situation().stream().map(Brief.Field::text),
                        matter.ledger().stream().map(Specialist.Known::statement),
                        Stream.of(brief.words()),
                        brief.past().stream().map(Brief.Exchange::words))
                .flatMap(it -> it)
                .collect(Collectors.joining("\n"));
        return words.length() <= LONGEST_CASE ? words : words.substring(0, LONGEST_CASE);
    }

    /// Whether there is such a clause, and those words stand in it.
    boolean says(WorkspaceId workspace, Specialist.Block block) {
        return knowledge
                .read(workspace, block.clause())
                .filter(passage -> !plain(block.quote()).isEmpty()
                        && plain(passage.words()).contains(plain(block.quote())))
                .isPresent();
    }

    private static String plain(String words) {
        return words.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }

    /// The passages of these names, each once.
    List<Passage> passages(WorkspaceId workspace, List<String> names) {
        return names.stream()
                .distinct()
                .flatMap(name -> knowledge.read(workspace, name).stream())
                .toList();
    }
}
