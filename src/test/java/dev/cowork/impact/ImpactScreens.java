package dev.cowork.impact;

import dev.cowork.Screens;
import dev.cowork.impact.dashboard.SummarySamples;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

@ApplicationScoped
class ImpactScreens implements Screens {
    @Override
    public Map<Class<?>, List<?>> longest() {
        return SummarySamples.all();
    }
}
