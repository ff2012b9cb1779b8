package dev.cowork.session;

import dev.cowork.delivery.Key;
import dev.cowork.partner.Move;
import dev.cowork.workspace.MemberId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.annotations.PartitionKey;
import org.jspecify.annotations.Nullable;

/// A way to go that the partner offered.
@Entity
@Table(name = "approach")
class Approach {
    @Id
    private UUID id;

    @PartitionKey
    private String workspace;

    private UUID session;
    private UUID turn;
    private int move;
    private int number;
    private String title;
    private String summary;
    private String pros;
    private String cons;
    private String cost;
    private String precedent;
    private String label;

    @Column(name = "chosen_by")
    private @Nullable String chosenBy;

    Approach() {}

    /// @param move which of the turn's moves offered it
    /// @param label what the matrix says to its cost; empty where it names no amount
    Approach(Turn turn, int move, int number, Move.OfferApproaches.Approach offered, String label) {
        this.id = UUID.randomUUID();
        this.workspace = turn.workspace().value();
        this.session = turn.session();
        this.turn = turn.id();
        this.move = move;
        this.number = number;
        this.title = offered.title();
        this.summary = offered.summary();
        this.pros = lines(offered.pros());
        this.cons = lines(offered.cons());
        this.cost = offered.cost();
        this.precedent = offered.precedent();
        this.label = label;
    }

    private static String lines(List<String> items) {
        return items.stream().map(item -> item.replaceAll("\\R+", " ")).collect(Collectors.joining("\n"));
    }

    /// Whether this is the first time somebody chooses it.
    boolean choose(MemberId by) {
        if (chosenBy != null) {
            return false;
        }
        chosenBy = by.value();
        return true;
    }

    /// The move that offered it, together with the others on its card.
    Key offered() {
        return ShowingMoves.key(turn, move);
    }

    UUID id() {
        return id;
    }

    UUID session() {
        return session;
    }

    int number() {
        return number;
    }

    String title() {
        return title;
    }

    String summary() {
        return summary;
    }

    List<String> pros() {
        return pros.lines().toList();
    }

    List<String> cons() {
        return cons.lines().toList();
    }

    String cost() {
        return cost;
    }

    String precedent() {
        return precedent;
    }

    String label() {
        return label;
    }

    Optional<MemberId> chosenBy() {
        return Optional.ofNullable(chosenBy).map(MemberId::new);
    }
}
