package dev.cowork.partner;

import java.util.Arrays;
import java.util.Optional;

/// The name under which Claude knows each move as a tool.
enum MoveKind {
    ASK_QUESTIONS("ask_questions", Move.AskQuestions.class),
    NOTE_FACTS("note_facts", Move.NoteFacts.class),
    RANK_CAUSES("rank_causes", Move.RankCauses.class),
    OFFER_APPROACHES("offer_approaches", Move.OfferApproaches.class),
    WRITE_DRAFT("write_draft", Move.WriteDraft.class),
    ANTICIPATE_REPLIES("anticipate_replies", Move.AnticipateReplies.class),
    SUGGEST_COMPENSATION("suggest_compensation", Move.SuggestCompensation.class),
    SUGGEST_ESCALATION("suggest_escalation", Move.SuggestEscalation.class),
    NOTE_GAP("note_gap", Move.NoteGap.class),
    COACH("coach", Move.Coach.class);

    private final String tool;
    private final Class<? extends Move> type;

    MoveKind(String tool, Class<? extends Move> type) {
        this.tool = tool;
        this.type = type;
    }

    String tool() {
        return tool;
    }

    static Optional<MoveKind> ofTool(String name) {
        return Arrays.stream(values()).filter(kind -> kind.tool.equals(name)).findFirst();
    }

    static MoveKind of(Move move) {
        return Arrays.stream(values())
                .filter(kind -> kind.type.isInstance(move))
                .findFirst()
                .orElseThrow();
    }
}
