package dev.cowork.session.spend;

import dev.cowork.Screens;
import dev.cowork.slack.Message;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;

@ApplicationScoped
class SpendScreens implements Screens {
    @Override
    public Map<Class<?>, List<?>> longest() {
        var desk = SpendSamples.longest();
        return Map.of(
                SpendCard.class,
                List.of(
                        new Message("x", SpendCard.of(desk)),
                        SpendCard.note(LONG),
                        SpendCard.note(SpendCard.reached(100, Long.MAX_VALUE, desk.limit(), Instant.EPOCH))));
    }
}
