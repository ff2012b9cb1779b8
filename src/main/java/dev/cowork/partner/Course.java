package dev.cowork.partner;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How a talk went so far: what was answered, drafted and decided.
///
/// @param records the answers, oldest first
/// @param decisions all of them, oldest first, the latest words included
/// @param isSent whether somebody was really asked to decide
/// @param tone what the agent last asked drafts to sound like, the latest words included
/// @param lead what the agent last asked drafts to begin with, such as `replacement`
/// @param due in which time an answer is due, as was told last: `24 hours`
record Course(
        List<TurnRecord> records,
        List<Decided> decisions,
        boolean isSent,
        Tone tone,
        Optional<String> lead,
        Optional<String> due) {

    static Course of(Brief brief) {
        var records = new ArrayList<TurnRecord>();
        var words = new ArrayList<String>();
        for (var exchange : brief.past()) {
            words.add(exchange.words());
            exchange.record().flatMap(TurnRecord::read).ifPresent(records::add);
        }
        words.add(brief.words());
        return new Course(
                List.copyOf(records),
                words.stream().flatMap(said -> Decided.all(said).stream()).toList(),
                words.stream()
                        .anyMatch(said -> Spoken.tellsOfSending(said)
                                || Decided.all(said).stream().anyMatch(decided -> !decided.isOwn())),
                words.stream()
                        .flatMap(said -> Tone.wishedFor(Spoken.in(said)).stream())
                        .reduce((_, later) -> later)
                        .orElse(Tone.STANDARD),
                words.stream()
                        .flatMap(said -> Leading.wishedFor(Spoken.in(said)).stream())
                        .reduce((_, later) -> later),
                words.stream().flatMap(said -> Spoken.due(said).stream()).reduce((_, later) -> later));
    }

    Optional<Decided> decided() {
        return decisions.stream().reduce((_, later) -> later);
    }

    /// All that the customer gets.
    List<Decided> promises() {
        return decisions.stream().filter(Decided::isPromise).distinct().toList();
    }

    boolean isFirst() {
        return records.isEmpty();
    }

    /// Whether the playbook has said already that it is the playbook.
    boolean hasIntroducedPlaybook() {
        return records.stream().anyMatch(record -> record.author() == Author.PLAYBOOK);
    }

    <T extends Move> List<T> moves(Class<T> type) {
        return records.stream()
                .flatMap(record -> record.moves().stream())
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    boolean has(Class<? extends Move> type) {
        return !moves(type).isEmpty();
    }

    Optional<Move.WriteDraft> lastDraft() {
        return moves(Move.WriteDraft.class).stream().reduce((_, later) -> later);
    }

    /// Whether one of the partner's earlier answers contains this.
    boolean hasSaid(String text) {
        return records.stream().anyMatch(record -> record.prose().contains(text));
    }

    boolean hasAsked(String question) {
        return moves(Move.AskQuestions.class).stream()
                .anyMatch(asked -> asked.questions().contains(question));
    }
}
