package dev.cowork.keeping;

import dev.cowork.Screens;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

@ApplicationScoped
class KeepingScreens implements Screens {
    @Override
    public Map<Class<?>, List<?>> longest() {
        var all = new LinkedHashMap<String, Long>();
        Holding.all().forEach(it -> all.put(it.words() + " of " + it.table(), Long.MAX_VALUE));
        return Map.of(
                ForgetModal.class,
                List.of(
                        ForgetModal.of(LONG.substring(0, FindingWhose.LONGEST), all, Integer.MAX_VALUE),
                        ForgetModal.of("x", Map.of(), 0)),
                ReceiptCard.class,
                List.of(ReceiptCard.of(UUID.randomUUID(), all), ReceiptCard.of(UUID.randomUUID(), Map.of())));
    }
}
