package dev.cowork.standin;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/// Slack's OpenID Connect as Slack documents it, for a person who presses "Allow" at once. Who that is says [#next].
@Path("/standin/slack")
@Produces(MediaType.APPLICATION_JSON)
public class StandInOpenId {
    private static final Map<String, Asked> CODES = new ConcurrentHashMap<>();
    private static final KeyPair KEYS = keys();
    private static volatile Person next = new Person("T0", "U0");

    private final ObjectMapper json;

    StandInOpenId(ObjectMapper json) {
        this.json = json;
    }

    record Person(String team, String user) {}

    record Asked(String client, String redirect, String nonce, Person person) {}

    public static void next(String team, String user) {
        next = new Person(team, user);
    }

    @GET
    @Path("/openid/connect/authorize")
    public Response authorize(
            @QueryParam("client_id") String client,
            @QueryParam("redirect_uri") String redirect,
            @QueryParam("state") String state,
            @QueryParam("nonce") String nonce) {
        var code = UUID.randomUUID().toString();
        CODES.put(code, new Asked(client, redirect, nonce, next));
        return Response.seeOther(UriBuilder.fromUri(URI.create(redirect))
                        .queryParam("code", code)
                        .queryParam("state", state)
                        .build())
                .build();
    }

    @POST
    @Path("/api/openid.connect.token")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response token(
            @FormParam("code") String code,
            @FormParam("redirect_uri") String redirect,
            @FormParam("client_id") String client,
            @FormParam("client_secret") String secret)
            throws Exception {
        var asked = CODES.remove(code);
        if (asked == null
                || !asked.client().equals(client)
                || !asked.redirect().equals(redirect)
                || !"client-secret-of-the-tests-0123456789".equals(secret)) {
            return Response.status(400)
                    .entity(Map.of("ok", false, "error", "invalid_code"))
                    .build();
        }
        return Response.ok(Map.of(
                        "ok", true, "access_token", "xoxp-none", "token_type", "Bearer", "id_token", idToken(asked)))
                .build();
    }

    @GET
    @Path("/openid/connect/keys")
    public Map<String, Object> jwks() {
        var key = (RSAPublicKey) KEYS.getPublic();
        return Map.of(
                "keys",
                List.of(Map.of(
                        "kty", "RSA",
                        "alg", "RS256",
                        "use", "sig",
                        "kid", "standin",
                        "n", encoded(unsigned(key.getModulus())),
                        "e", encoded(unsigned(key.getPublicExponent())))));
    }

    private String idToken(Asked asked) throws Exception {
        var now = Instant.now().getEpochSecond();
        var port = URI.create(asked.redirect()).getPort();
        var claims = new HashMap<String, Object>();
        claims.put("iss", "http://127.0.0.1:" + port + "/standin/slack");
        claims.put("sub", asked.person().user());
        claims.put("aud", asked.client());
        claims.put("exp", now + 300);
        claims.put("iat", now);
        claims.put("nonce", asked.nonce());
        claims.put("https://slack.com/user_id", asked.person().user());
        claims.put("https://slack.com/team_id", asked.person().team());
        var head = encoded(json.writeValueAsBytes(Map.of("alg", "RS256", "typ", "JWT", "kid", "standin")));
        var body = encoded(json.writeValueAsBytes(claims));
        var signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(KEYS.getPrivate());
        signature.update((head + "." + body).getBytes(StandardCharsets.UTF_8));
        return head + "." + body + "." + encoded(signature.sign());
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] unsigned(BigInteger number) {
        var bytes = number.toByteArray();
        return bytes[0] == 0 ? java.util.Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
    }

    private static KeyPair keys() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
