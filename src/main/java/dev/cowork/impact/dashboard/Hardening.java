package dev.cowork.impact.dashboard;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/// What a browser is told for its own safety on every answer of the dashboard: only our files, no frames, nothing
/// kept.
class Hardening {
    static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
            + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    @ServerResponseFilter
    void harden(ContainerRequestContext request, ContainerResponseContext answer) {
        var path = request.getUriInfo().getPath();
        if (path.equals("/dashboard") || path.startsWith("/dashboard/")) {
            var headers = answer.getHeaders();
            headers.putSingle("Content-Security-Policy", POLICY);
            headers.putSingle("X-Content-Type-Options", "nosniff");
            headers.putSingle("X-Frame-Options", "DENY");
            headers.putSingle("Referrer-Policy", "same-origin");
            headers.putSingle("Cross-Origin-Opener-Policy", "same-origin");
            headers.putSingle("Cross-Origin-Resource-Policy", "same-origin");
            headers.putSingle("Strict-Transport-Security", "max-age=31536000");
            if (!headers.containsKey("Cache-Control")) {
                headers.putSingle("Cache-Control", "no-store");
            }
        }
    }
}
