package dev.cowork.slack;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Requests as Slack makes them, for tests that knock at the door from outside.
final class Requests {
    static final String SECRET = "playground-signing-secret-0000";
    static final String JSON = "application/json";
    static final String FORM = "application/x-www-form-urlencoded";

    private Requests() {}

    static long now() {
        return InstantSource.system().instant().getEpochSecond();
    }

    static String signature(String secret, String timestamp, byte[] body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update(("v0:" + timestamp + ":").getBytes(StandardCharsets.UTF_8));
            return "v0=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String unique(String prefix) {
        return prefix + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    }

    /// A reaction: an event every Slack may send and no feature hears, so that only the door is looked at.
    static String event(String workspace, String id) {
        return """
                {"token":"t","team_id":"%s","api_app_id":"ACOWORK01","type":"event_callback","event_id":"%s",
                 "event_time":1,"authorizations":[{"team_id":"%s","user_id":"UCOWORK01","is_bot":true}],
                 "event":{"type":"reaction_added","user":"UANA00001","reaction":"eyes","event_ts":"1.000100",
                          "item":{"type":"message","channel":"CDOOR","ts":"1.000001"}}}""".formatted(workspace, id, workspace);
    }

    /// What a person says in a channel, told as `type`: `message` or `app_mention`.
    static String said(String workspace, String id, String type, String channel, String ts, String text) {
        return """
                {"token":"t","team_id":"%s","api_app_id":"ACOWORK01","type":"event_callback","event_id":"%s",
                 "event_time":1,"authorizations":[{"team_id":"%s","user_id":"UCOWORK01","is_bot":true}],
                 "event":{"type":"%s","user":"UANA00001","channel":"%s","ts":"%s","event_ts":"%s","text":"%s"}}""".formatted(workspace, id, workspace, type, channel, ts, ts, text);
    }

    /// A button pressed in a message; `action` names the listener.
    static String press(String workspace, String trigger, String action, String value) {
        return form("payload", """
                {"type":"block_actions","trigger_id":"%s","team":{"id":"%s"},"user":{"id":"UANA00001","team_id":"%s"},
                 "channel":{"id":"CDOOR"},"container":{"type":"message","message_ts":"1.000001","channel_id":"CDOOR"},
                 "message":{"type":"message","ts":"1.000001","text":"x"},
                 "actions":[{"type":"button","action_id":"%s","block_id":"b","value":"%s","action_ts":"2.000001",
                             "text":{"type":"plain_text","text":"Press"}}]}""".formatted(trigger, workspace, workspace, action, value));
    }

    /// A form: names and values in turn.
    static String form(String... pairs) {
        var form = new StringBuilder();
        for (int i = 0; i < pairs.length; i += 2) {
            form.append(form.isEmpty() ? "" : "&")
                    .append(pairs[i])
                    .append('=')
                    .append(URLEncoder.encode(pairs[i + 1], StandardCharsets.UTF_8));
        }
        return form.toString();
    }
}
