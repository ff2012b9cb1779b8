package dev.cowork.bench.bare;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Checks the signature on the event loop and answers.
@Path("/slack/events")
public class Door {
    private final SecretKeySpec key = new SecretKeySpec(
            System.getenv("SLACK_SIGNING_SECRET").getBytes(StandardCharsets.UTF_8), "HmacSHA256");

    @POST
    @Consumes(MediaType.WILDCARD)
    public Response receive(
            byte[] body,
            @HeaderParam("X-Slack-Request-Timestamp") String at,
            @HeaderParam("X-Slack-Signature") String given)
            throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(key);
        mac.update(("v0:" + at + ":").getBytes(StandardCharsets.UTF_8));
        var right = MessageDigest.isEqual(mac.doFinal(body), HexFormat.of().parseHex(given.substring(3)));
        return Response.status(right ? 200 : 401).build();
    }
}
