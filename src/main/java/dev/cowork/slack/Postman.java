package dev.cowork.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.cowork.delivery.Post;
import dev.cowork.delivery.Sender;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Carries posts to Slack, one call each.
@ApplicationScoped
class Postman implements Sender {
    /// `chat.update` refuses longer texts; the blocks carry all of it.
    private static final int LONGEST_TEXT = 3_900;

    private static final String STREAMED = "streaming_state_conflict";
    private static final String LIMITED = "ratelimited";

    private final SlackCalls calls;
    private final Envelopes envelopes;
    private final Channels channels;
    private final LiveMessages live;
    private final LookingUp lookingUp;
    private final SlackPace pace;

    Postman(
            SlackCalls calls,
            Envelopes envelopes,
            Channels channels,
            LiveMessages live,
            LookingUp lookingUp,
            SlackPace pace) {
        this.calls = calls;
        this.envelopes = envelopes;
        this.channels = channels;
        this.live = live;
        this.lookingUp = lookingUp;
        this.pace = pace;
    }

    @Override
    @Transactional(Transactional.TxType.NEVER)
    public Sent send(long id, Post post, Optional<Place> made) {
        var envelope = envelopes.read(post.body());
        return switch (envelope.verb()) {
            case CREATE -> create(id, post, envelope);
            case UPDATE -> made.map(place -> update(post, place, envelope)).orElse(neverMade());
            case FINISH -> made.map(place -> finish(post, place, envelope)).orElseGet(() -> create(id, post, envelope));
            case WHISPER -> call(post, "chat.postEphemeral", whisper(envelope), new Place("", ""));
            case HOME ->
                call(
                        post,
                        "views.publish",
                        Map.of("user_id", envelope.member() + "", "view", envelope.view() + ""),
                        new Place("", ""));
        };
    }

    @Override
    @Transactional(Transactional.TxType.NEVER)
    public Lookup find(long id, Post post, Instant since) {
        var envelope = envelopes.read(post.body());
        return switch (envelope.verb()) {
            case CREATE, FINISH -> look(id, post, envelope, since);
            // Doing these twice does no harm.
            case UPDATE, WHISPER, HOME -> new Lookup.Absent();
        };
    }

    private Lookup look(long id, Post post, Envelope envelope, Instant since) {
        var thread = envelope.thread() == null ? "" : envelope.thread();
        var channel = channels.idOf(post.workspace(), envelope.channel() + "");
        if (channel.isEmpty()) {
            return new Lookup.NotYet(Duration.ofSeconds(10));
        }
        var where = new ThreadRef(channel.get(), thread);
        return envelope.isLive() ? lookingUp.findLive(id, post, where, since) : lookingUp.find(id, post, where, since);
    }

    private Sent create(long id, Post post, Envelope envelope) {
        return channels.idOf(post.workspace(), envelope.channel() + "")
                .map(channel -> create(id, post, envelope, channel))
                .orElseGet(() -> new Sent.Away("the channel cannot be looked up"));
    }

    private Sent create(long id, Post post, Envelope envelope, String channel) {
        var fields = content(envelope);
        fields.put("channel", channel);
        if (envelope.thread() != null) {
            fields.put("thread_ts", envelope.thread());
        }
        fields.put("unfurl_links", "false");
        fields.put("unfurl_media", "false");
        fields.put("metadata", Envelopes.mark(id));
        return call(post, "chat.postMessage", fields, new Place(channel, ""));
    }

    private Sent update(Post post, Place place, Envelope envelope) {
        var fields = content(envelope);
        fields.put("channel", place.channel());
        fields.put("ts", place.ts());
        return call(post, "chat.update", fields, place);
    }

    /// Where the words were streamed and nothing is in doubt, only what is missing is added; otherwise all of it is
    /// written over what stands there.
    private Sent finish(Post post, Place place, Envelope envelope) {
        var streamed = live.leave(post.workspace(), post.message());
        if (streamed.isPresent() && streamed.get().isStream()) {
            var stopped = call(post, "chat.stopStream", stop(place, streamed.get(), envelope), place);
            if (stopped instanceof Sent.Arrived && streamed.get().isPrefixOf(envelope.words())) {
                return stopped;
            }
            if (stopped instanceof Sent.NotYet) {
                live.takeUpAgain(post.workspace(), post.message(), streamed.get());
                return stopped;
            }
            if (stopped instanceof Sent.Away) {
                live.takeUpAgain(
                        post.workspace(), post.message(), streamed.get().doubted());
                return stopped;
            }
        }
        var written = update(post, place, envelope);
        // After a crash nobody here knows that the message is still being streamed.
        if (written instanceof Sent.Refused(String why) && why.equals(STREAMED)) {
            return stopAndWrite(post, place, envelope);
        }
        return written;
    }

    private Sent stopAndWrite(Post post, Place place, Envelope envelope) {
        var stopped = call(post, "chat.stopStream", Map.of("channel", place.channel(), "ts", place.ts()), place);
        if (stopped instanceof Sent.NotYet || stopped instanceof Sent.Away) {
            return stopped;
        }
        var written = update(post, place, envelope);
        return written instanceof Sent.Refused(String why) && why.equals(STREAMED)
                ? new Sent.Unknown(why, true)
                : written;
    }

    private static Map<String, String> stop(Place place, LiveMessages.Shown shown, Envelope envelope) {
        var fields = new HashMap<>(Map.of("channel", place.channel(), "ts", place.ts()));
        if (shown.isPrefixOf(envelope.words())) {
            var rest = envelope.words().substring(shown.text().length());
            if (!rest.isEmpty()) {
                fields.put("markdown_text", rest);
            }
            var more = withoutWords(envelope.blocks());
            if (!more.isEmpty()) {
                fields.put("blocks", more);
            }
        }
        return fields;
    }

    /// The blocks below the words: what was streamed is not to stand there twice.
    private static String withoutWords(@Nullable JsonNode blocks) {
        if (blocks == null) {
            return "";
        }
        var rest = JsonNodeFactory.instance.arrayNode();
        blocks.forEach(block -> {
            if (!block.path("type").asText().equals("markdown")) {
                rest.add(block);
            }
        });
        return rest.isEmpty() ? "" : rest.toString();
    }

    private static Map<String, String> whisper(Envelope envelope) {
        var fields = content(envelope);
        fields.put("channel", envelope.channel() + "");
        fields.put("user", envelope.member() + "");
        if (envelope.thread() != null) {
            fields.put("thread_ts", envelope.thread());
        }
        return fields;
    }

    private static Map<String, String> content(Envelope envelope) {
        var fields = new HashMap<String, String>();
        fields.put("text", SlackText.escaped(SlackText.unlinked(envelope.words()), LONGEST_TEXT));
        if (envelope.blocks() != null && !envelope.blocks().isEmpty()) {
            fields.put("blocks", envelope.blocks().toString());
        }
        return fields;
    }

    private static Sent neverMade() {
        return new Sent.Refused(Posting.NEVER_MADE);
    }

    /// One call inside Slack's limits. What makes a message must not be repeated in doubt; everything else may.
    private Sent call(Post post, String method, Map<String, String> fields, Place known) {
        var wait = pace.forFinal(post.workspace(), method, known.channel());
        if (wait.isPresent()) {
            return new Sent.NotYet(wait.get(), LIMITED);
        }
        return switch (calls.call(post.workspace(), method, fields)) {
            case SlackCalls.Outcome.Ok(RawAnswer answer) ->
                new Sent.Arrived(new Place(
                        answer.channel == null ? known.channel() : answer.channel.getAsString(),
                        answer.ts == null ? known.ts() : answer.ts));
            case SlackCalls.Outcome.No no when no.isLockedOut() -> new Sent.LockedOut(no.error());
            case SlackCalls.Outcome.No(String error) -> new Sent.Refused(error);
            case SlackCalls.Outcome.Limited(Duration pause) -> {
                pace.obey(post.workspace(), method, known.channel(), pause);
                yield new Sent.NotYet(pause, LIMITED);
            }
            case SlackCalls.Outcome.NotReached(String why) -> new Sent.Away(why);
            case SlackCalls.Outcome.Unclear(String why)
            when method.equals("chat.postMessage") -> new Sent.Unknown(why, false);
            // A fault of this one call may never go away; an outage will.
            case SlackCalls.Outcome.Unclear(String why)
            when why.matches("internal_error|fatal_error") -> new Sent.Unknown(why, true);
            case SlackCalls.Outcome.Unclear(String why) -> new Sent.Away(why);
        };
    }
}
