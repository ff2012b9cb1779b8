package dev.cowork.slack;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.slack.api.methods.SlackApiTextResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The fields of Slack's answers that we read; the raw JSON is there for the rest.
final class RawAnswer implements SlackApiTextResponse {
    private boolean ok;
    private @Nullable String warning;
    private @Nullable String error;
    private @Nullable String needed;
    private @Nullable String provided;
    private transient @Nullable Map<String, List<String>> httpResponseHeaders;

    /// An id where something was posted, all of it where `conversations.info` tells of one.
    @Nullable
    JsonElement channel;

    @Nullable
    String ts;

    @Nullable
    String permalink;

    @Nullable
    String userId;

    @Nullable
    String botId;

    @Nullable
    String teamId;

    @Nullable
    JsonArray messages;

    boolean hasMore;

    @Nullable
    JsonArray channels;

    /// A person where `users.info` tells of one; `auth.test` has only a name here.
    @Nullable
    JsonElement user;

    /// Who is in a user group.
    @Nullable
    JsonArray users;

    @Nullable
    JsonObject file;

    @Nullable
    JsonObject responseMetadata;

    @Override
    public boolean isOk() {
        return ok;
    }

    @Override
    public void setOk(boolean ok) {
        this.ok = ok;
    }

    @Override
    public @Nullable String getWarning() {
        return warning;
    }

    @Override
    public void setWarning(String warning) {
        this.warning = warning;
    }

    @Override
    public @Nullable String getError() {
        return error;
    }

    @Override
    public void setError(String error) {
        this.error = error;
    }

    @Override
    public @Nullable String getNeeded() {
        return needed;
    }

    @Override
    public void setNeeded(String needed) {
        this.needed = needed;
    }

    @Override
    public @Nullable String getProvided() {
        return provided;
    }

    @Override
    public void setProvided(String provided) {
        this.provided = provided;
    }

    @Override
    public @Nullable Map<String, List<String>> getHttpResponseHeaders() {
        return httpResponseHeaders;
    }

    @Override
    public void setHttpResponseHeaders(Map<String, List<String>> headers) {
        this.httpResponseHeaders = headers;
    }

    /// Where the next page begins; empty on the last one.
    String nextCursor() {
        return responseMetadata == null
                        || !responseMetadata.has("next_cursor")
                        || responseMetadata.get("next_cursor").isJsonNull()
                ? ""
                : responseMetadata.get("next_cursor").getAsString();
    }
}
