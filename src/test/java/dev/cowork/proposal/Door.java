package dev.cowork.proposal;

import dev.cowork.workspace.MemberId;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Presses as Slack sends them: over HTTP, signed.
record Door(URI address) {
    private static final String SECRET = "playground-signing-secret-0000";
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /// Presses `Approve` on the first version of a card.
    ///
    /// @return how long it took until the press was acknowledged, in milliseconds
    double approve(ProposalKey proposal, MemberId by) {
        var body = "payload="
                + URLEncoder.encode(
                        """
                {"type":"block_actions","trigger_id":"%s","team":{"id":"%s"},"user":{"id":"%s","team_id":"%s"},
                 "channel":{"id":"CNOWHERE1"},
                 "container":{"type":"message","message_ts":"1.000001","channel_id":"CNOWHERE1"},
                 "message":{"type":"message","ts":"1.000001","text":"x"},
                 "actions":[{"type":"button","action_id":"%s","block_id":"b","value":"%s","action_ts":"2.000001",
                             "text":{"type":"plain_text","text":"Approve"}}]}""".formatted(
                                        UUID.randomUUID(),
                                        proposal.workspace(),
                                        by,
                                        proposal.workspace(),
                                        Buttons.APPROVE,
                                        new CardRef(proposal.proposal(), 1).value()),
                        StandardCharsets.UTF_8);
        var at = Long.toString(InstantSource.system().instant().getEpochSecond());
        var request = HttpRequest.newBuilder(address.resolve("/slack/events"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-Slack-Request-Timestamp", at)
                .header("X-Slack-Signature", "v0=" + hmac("v0:" + at + ":" + body))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            var begun = System.nanoTime();
            var status =
                    HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status != 200) {
                throw new AssertionError("the press was answered " + status);
            }
            return (System.nanoTime() - begun) / 1_000_000.0;
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static String hmac(String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
