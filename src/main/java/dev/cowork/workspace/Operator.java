package dev.cowork.workspace;

import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Whoever runs the program, known by being on its machine.
public final class Operator {
    private static final Pattern HERE = Pattern.compile("(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d+)?");
    private static final Pattern LOOPBACK = Pattern.compile("127\\..*|(::ffff:)?127\\..*|::1|0:0:0:0:0:0:0:1(%.*)?");
    private static final List<String> SPOKEN_FOR =
            List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Via", "Origin");

    private Operator() {}

    /// Whether the request comes from this machine, and from nobody a proxy or a web page speaks for.
    public static boolean isAsking(HttpServerRequest request) {
        var host = Optional.ofNullable(request.getHeader("Host")).orElse("");
        var address = request.remoteAddress().hostAddress();
        return address != null
                && LOOPBACK.matcher(address).matches()
                && HERE.matcher(host).matches()
                && SPOKEN_FOR.stream().noneMatch(name -> request.getHeader(name) != null);
    }
}
