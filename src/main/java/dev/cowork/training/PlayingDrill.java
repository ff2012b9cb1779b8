package dev.cowork.training;

import dev.cowork.delivery.Delivery;
import dev.cowork.delivery.Errand;
import jakarta.enterprise.context.ApplicationScoped;

/// Answers what a trainee wrote, message by message: as the coach or as the customer.
@ApplicationScoped
class PlayingDrill implements Errand {
    static final String KIND = "drill-turn";

    private final PlayDesk desk;
    private final BeingCoach coach;
    private final BeingCustomer customer;

    PlayingDrill(PlayDesk desk, BeingCoach coach, BeingCustomer customer) {
        this.desk = desk;
        this.coach = coach;
        this.customer = customer;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(Delivery delivery) {
        var key = RunKey.of(delivery.workspace(), delivery.body());
        for (var told = desk.next(key); told.isPresent(); told = desk.next(key)) {
            desk.keep(told.get(), play(told.get()));
        }
    }

    private PlayDesk.Played play(PlayDesk.Told told) {
        return switch (told.way()) {
            case COACHED -> coach.answer(told);
            case ROLE_PLAY -> customer.answer(told);
        };
    }
}
