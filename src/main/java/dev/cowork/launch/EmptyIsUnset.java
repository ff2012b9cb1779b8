package dev.cowork.launch;

import io.smallrye.config.ConfigSourceInterceptor;
import io.smallrye.config.ConfigSourceInterceptorContext;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.Priorities;
import jakarta.annotation.Priority;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Lets the default hold where one of our variables is there but empty, as compose files and shells leave them.
///
/// Found by the configuration through the service loader. Stands below the expressions, so that
/// `${COWORK_AGENT_LIMIT:100 USD}` gets to know.
@Priority(Priorities.LIBRARY - 100)
public final class EmptyIsUnset implements ConfigSourceInterceptor {

    private static final long serialVersionUID = 1L;
    private static final Set<String> OURS =
            Arrays.stream(Variable.values()).map(Variable::name).collect(Collectors.toUnmodifiableSet());

    @Override
    public @Nullable ConfigValue getValue(ConfigSourceInterceptorContext context, String name) {
        var value = context.proceed(name);
        return isEmpty(value) && OURS.contains(name) ? null : value;
    }

    private static boolean isEmpty(@Nullable ConfigValue found) {
        if (found == null) {
            return false;
        }
        var value = found.getValue();
        return value == null || value.isBlank();
    }
}
