package dev.cowork.audit;

import dev.cowork.Screens;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

@ApplicationScoped
class AuditScreens implements Screens {
    @Override
    public Map<Class<?>, List<?>> longest() {
        var anchor = AuditAnchor.of(new AuditHead(), LocalDate.of(2026, 11, 30), Instant.EPOCH);
        var broken = new Finding.Broken(Long.MAX_VALUE, LONG);
        return Map.of(
                AnchorCard.class, List.of(AnchorCard.of(anchor)),
                FindingCard.class, List.of(FindingCard.of(broken)),
                AuditModal.class, List.of(AuditModal.answer(broken), AuditModal.askToWait(Long.MAX_VALUE)));
    }
}
