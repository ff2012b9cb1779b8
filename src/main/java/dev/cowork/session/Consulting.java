package dev.cowork.session;

import dev.cowork.knowledge.Citations;
import dev.cowork.knowledge.Knowledge;
import dev.cowork.knowledge.Passage;
import dev.cowork.partner.Answer;
import dev.cowork.partner.Author;
import dev.cowork.partner.Brief;
import dev.cowork.partner.Move;
import dev.cowork.workspace.WorkspaceId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the company's knowledge has to do with a turn: what goes to the partner, and what an answer rests on.
@ApplicationScoped
class Consulting {
    private static final int MOST_AT_FIRST = 5;
    private static final int MOST_LATER = 3;
    private static final int MOST_LOOKED_UP = 5;
    /// Fewer characters, as in "shorter please", ask for nothing that could be known.
    private static final int LEAST = 20;
    /// What we tell the partner beside the talk.
    private static final Pattern BRACKETS = Pattern.compile("\\[[^\\]]*]");

    private final Knowledge knowledge;

    Consulting(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    Brief.Company company(WorkspaceId workspace, Brief brief, String earlier) {
        var isFirst = brief.past().isEmpty() && earlier.isEmpty();
        var said = BRACKETS.matcher(brief.words()).replaceAll(" ").strip();
        var asked = isFirst
                ? Stream.concat(Stream.of(said), brief.situation().stream().map(Brief.Field::text))
                        .collect(Collectors.joining("\n"))
                : said;
        var found = asked.length() < LEAST
                ? List.<Brief.Source>of()
                : sources(workspace, asked, isFirst ? MOST_AT_FIRST : MOST_LATER);
        return new Brief.Company(
                knowledge.voice(workspace), found, question -> sources(workspace, question, MOST_LOOKED_UP), earlier);
    }

    private List<Brief.Source> sources(WorkspaceId workspace, String words, int most) {
        return knowledge.find(workspace, words, most).stream()
                .map(passage ->
                        new Brief.Source(passage.ref(), passage.heading(), passage.words(), passage.isInternal()))
                .toList();
    }

    /// What an answer rests on.
    ///
    /// @param passages to be read under it
    /// @param notes what is wrong with how it names them, in our own words
    record Rests(List<Passage> passages, List<String> notes) {
        static final Rests ON_NOTHING = new Rests(List.of(), List.of());

        Rests and(List<String> more) {
            return new Rests(
                    passages, Stream.concat(notes.stream(), more.stream()).toList());
        }
    }

    /// The playbook cites nothing: under its answers stands what may fit.
    Rests under(Brief brief, Answer answer) {
        var workspace = brief.workspace();
        if (answer.author() == Author.PLAYBOOK) {
            return new Rests(
                    brief.company().found().stream()
                            .limit(MOST_LATER)
                            .flatMap(source -> knowledge.read(workspace, source.name()).stream())
                            .toList(),
                    List.of());
        }
        var written = Stream.concat(
                        Stream.of(answer.text()), answer.moves().stream().flatMap(Consulting::words))
                .collect(Collectors.joining("\n"));
        var cited = knowledge.citedIn(workspace, written);
        var notes = new ArrayList<String>();
        Citations.in(written).stream()
                .filter(name ->
                        cited.stream().noneMatch(passage -> passage.ref().equals(name)))
                .forEach(name -> notes.add(":warning: There is no passage " + name + " in our knowledge."));
        if (knowledge.isThere(workspace)) {
            PolicyClaims.withoutSource(answer.text()).stream()
                    .limit(2)
                    .forEach(claim -> notes.add(":warning: Says what a policy is and not where it stands: “"
                            + CardText.inline(claim, 150) + "”. Look it up before you rely on it."));
        }
        return new Rests(cited, List.copyOf(notes));
    }

    private static Stream<String> words(Move move) {
        return switch (move) {
            case Move.OfferApproaches(var ways) ->
                ways.stream()
                        .flatMap(way -> Stream.of(
                                way.summary(),
                                String.join("\n", way.pros()),
                                String.join("\n", way.cons()),
                                way.cost(),
                                way.precedent()));
            case Move.Coach(var note) -> Stream.of(note);
            default -> Stream.empty();
        };
    }
}
