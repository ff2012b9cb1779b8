package dev.cowork.slack;

import com.slack.api.bolt.App;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.util.SlackRequestParser;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.List;
import java.util.Map;

/// Hands a request to Bolt, which parses it and calls the listener registered for its type.
@ApplicationScoped
class BoltDoor {
    private final Instance<App> bolt;

    BoltDoor(Instance<App> bolt) {
        this.bolt = bolt;
    }

    /// @throws UnreadableException where Bolt cannot parse it
    Response pass(Parcel parcel, Passage.Moment moment) {
        var app = bolt.get();
        var form =
                parcel.text().stripLeading().startsWith("{") ? "application/json" : "application/x-www-form-urlencoded";
        var request = SlackRequestParser.HttpRequest.builder()
                .requestUri("/slack/events")
                .queryString(Map.of())
                .requestBody(parcel.text())
                .headers(new RequestHeaders(Map.of("content-type", List.of(form))))
                .remoteAddress("")
                // Over the socket no payload is wrapped in a form, and of a form it has been unwrapped already.
                .socketMode(parcel.socket() || parcel.sort() == Parcel.Sort.INTERACTION)
                .build();
        return ScopedValue.where(Passage.CURRENT, Passage.of(parcel, moment)).call(() -> run(app, request));
    }

    private static Response run(App app, SlackRequestParser.HttpRequest raw) {
        var request = parsed(app, raw);
        try {
            return app.run(request);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("Bolt failed: " + e.getMessage(), e);
        }
    }

    /// Bolt's parser throws whatever comes up at JSON that is none of Slack's.
    private static Request<?> parsed(App app, SlackRequestParser.HttpRequest raw) {
        try {
            var request = new SlackRequestParser(app.config()).parse(raw);
            if (request != null) {
                return request;
            }
        } catch (RuntimeException e) {
            throw new UnreadableException("Bolt cannot read it: " + e.getClass().getSimpleName());
        }
        throw new UnreadableException("Bolt knows no such request");
    }
}
