package dev.cowork.bench;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Requests as Slack sends them, each different from all others and signed. For one thread.
final class Requests {
    static final String SECRET = "bench-signing-secret";
    /// Twelve digits that are another number in each request, and four in which people and places differ.
    private static final String UNIQUE = "000000000000";
    private static final String PLACE = "PLCE";
    private static final AtomicLong NUMBER = new AtomicLong(System.nanoTime() % 1_000_000_000L * 100);

    private final Kind kind;
    private final Mac mac;
    private final byte[] template;

    /// What a person does.
    enum Kind {
        EVENT("application/json", """
                {"token":"verification","team_id":"TPLCE","context_team_id":"TPLCE","api_app_id":"ABENCH","type":"event_callback",
                 "event_id":"Ev000000000000","event_time":1764000000,"is_ext_shared_channel":false,
                 "authorizations":[{"enterprise_id":null,"team_id":"TPLCE","user_id":"UCOWORK01","is_bot":true,"is_enterprise_install":false}],
                 "event":{"type":"message","user":"UPLCE","channel":"CPLCE","channel_type":"channel","team":"TPLCE",
                  "client_msg_id":"7f9f0a9c-1111-4444-8888-000000000000","ts":"1764.000000000000","event_ts":"1764.000000000000",
                  "text":"The parcel has been on its way for nine days, and the customer asks for the third time.",
                  "blocks":[{"type":"rich_text","block_id":"b","elements":[{"type":"rich_text_section","elements":[
                   {"type":"text","text":"The parcel has been on its way for nine days, and the customer asks for the third time."}]}]}]}}"""),
        COMMAND(
                "application/x-www-form-urlencoded",
                "token=verification&team_id=TPLCE&team_domain=bench&channel_id=CPLCE&channel_name=support&user_id=UPLCE"
                        + "&user_name=ana&command=%2Fcowork&text=The+parcel+has+been+on+its+way+for+nine+days+000000000000"
                        + "&api_app_id=ABENCH&is_enterprise_install=false&response_url=http%3A%2F%2F127.0.0.1%3A9%2Fr"
                        + "&trigger_id=1764.000000000000.aa"),
        PRESS("application/x-www-form-urlencoded", form("""
                {"type":"block_actions","api_app_id":"ABENCH","token":"verification","trigger_id":"1764.000000000000.aa",
                 "team":{"id":"TPLCE","domain":"bench"},"enterprise":null,"is_enterprise_install":false,
                 "user":{"id":"UPLCE","username":"sam","name":"sam","team_id":"TPLCE"},
                 "channel":{"id":"CPLCE","name":"support-approvals"},
                 "container":{"type":"message","message_ts":"1764.000000000000","channel_id":"CPLCE","is_ephemeral":false},
                 "message":{"type":"message","ts":"1764.000000000000","user":"UCOWORK01","text":"Waiting for a supervisor",
                  "blocks":[{"type":"section","block_id":"s","text":{"type":"mrkdwn","text":"*Refund of 80.00 USD*"}},
                   {"type":"actions","block_id":"a","elements":[{"type":"button","action_id":"proposal_approve","value":"1",
                    "text":{"type":"plain_text","text":"Approve"}}]}]},
                 "actions":[{"type":"button","action_id":"proposal_approve","block_id":"a","value":"00000000-0000-4000-8000-000000000000",
                  "action_ts":"1764.000000000000","text":{"type":"plain_text","text":"Approve"}}]}"""));

        private final String type;
        private final String body;

        Kind(String type, String body) {
            this.type = type;
            this.body = body;
        }
    }

    Requests(Kind kind) {
        this.kind = kind;
        this.template = kind.body.getBytes(StandardCharsets.US_ASCII);
        try {
            mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String form(String payload) {
        return "payload=" + URLEncoder.encode(payload, StandardCharsets.UTF_8);
    }

    static String body(Kind kind) {
        return kind.body;
    }

    /// The whole request, with its head.
    byte[] next() {
        var number = NUMBER.incrementAndGet();
        var body = template.clone();
        fill(body, UNIQUE, "%012d".formatted(number));
        fill(body, PLACE, "%04d".formatted(number % 2000));
        var at = String.valueOf(Instant.now().getEpochSecond());
        mac.update(("v0:" + at + ":").getBytes(StandardCharsets.US_ASCII));
        var signature = HexFormat.of().formatHex(mac.doFinal(body));
        var head = ("POST /slack/events HTTP/1.1\r\nHost: 127.0.0.1\r\nUser-Agent: Slackbot 1.0 (+https://api.slack.com/robots)\r\n"
                        + "Accept: */*\r\nContent-Type: " + kind.type + "\r\nContent-Length: " + body.length
                        + "\r\nX-Slack-Request-Timestamp: " + at + "\r\nX-Slack-Signature: v0=" + signature + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        var whole = new byte[head.length + body.length];
        System.arraycopy(head, 0, whole, 0, head.length);
        System.arraycopy(body, 0, whole, head.length, body.length);
        return whole;
    }

    private void fill(byte[] body, String mark, String with) {
        var from = 0;
        for (var at = kind.body.indexOf(mark); at >= 0; at = kind.body.indexOf(mark, from)) {
            for (var i = 0; i < with.length(); i++) {
                body[at + i] = (byte) with.charAt(i);
            }
            from = at + with.length();
        }
    }
}
