package dev.cowork.chaos;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/// Who works in the Slack of a chaos run: agents who open cases and write in their threads, supervisors who press.
final class People {
    static final List<String> SUPERVISORS = List.of("U0BOSS001", "U0BOSS002");

    private static final int CHANNELS = 12;
    private static final int BUSY = 8;
    private static final List<String> AGENTS = List.of("U0AGENT01", "U0AGENT02", "U0AGENT03");

    private final ObjectMapper json = new ObjectMapper();
    private final Random random;
    private final AtomicInteger marks = new AtomicInteger();
    private final List<Thread> threads = new CopyOnWriteArrayList<>();
    private final Map<Integer, Told> told = new ConcurrentHashMap<>();
    private final Set<String> pressed = new HashSet<>();
    private Delivering slack;
    private World world;

    /// @param opening the mark of the mention it began with
    private record Thread(String channel, String ts, String owner, int opening) {}

    People(Random random) {
        this.random = random;
    }

    static Map<String, String> channels() {
        var all = new TreeMap<>(Map.of(World.APPROVALS, "support-approvals", "C0TIPS000", "claude-support-tips"));
        for (var i = 0; i < CHANNELS; i++) {
            all.put(channel(i), "support-" + i);
        }
        return all;
    }

    void workIn(World there, Delivering by) {
        world = there;
        slack = by;
    }

    /// What was told.
    ///
    /// @param message where it stands in Slack
    /// @param opening the mark of the mention its thread began with
    record Told(String message, int opening) {}

    /// By its mark.
    Map<Integer, Told> told() {
        return told;
    }

    /// Opens a case in every channel.
    void openAll() {
        for (var i = 0; i < CHANNELS; i++) {
            open(channel(i));
        }
    }

    /// One thing somebody does: mostly they write, most of all in the first few cases, where every answer is overtaken;
    /// in the others answers come to their end. Now and then they open another case.
    void doSomething() {
        if (random.nextInt(300) == 0) {
            open(channel(random.nextInt(CHANNELS)));
            return;
        }
        var all = List.copyOf(threads);
        if (!all.isEmpty()) {
            var isBusy = random.nextInt(100) < 98;
            var thread = all.get(random.nextInt(isBusy ? Math.min(BUSY, all.size()) : all.size()));
            say(thread, random.nextInt(isBusy ? 150 : 3) == 0 ? "please refund this" : "and then");
        }
    }

    /// Opens a case and writes three times in it, asking for money in between.
    void workOnACase() {
        var known = threads.size();
        open(channel(random.nextInt(CHANNELS)));
        for (var i = 0; i < 100 && threads.size() == known && slack.underWay() > 0; i++) {
            Delivering.rest(java.time.Duration.ofMillis(100));
        }
        if (!threads.isEmpty()) {
            var thread = threads.getLast();
            say(thread, "what now");
            say(thread, "please refund this");
            say(thread, "and then");
        }
    }

    /// Writes once more in these threads: what failed is then taken up again.
    ///
    /// @param failed their timestamps
    void sayOnceMore(Collection<String> failed) {
        List.copyOf(threads).stream()
                .filter(thread -> failed.contains(thread.ts()))
                .forEach(thread -> say(thread, "one more thing"));
    }

    /// Presses what waits to be pressed: each button once, the supervisors both at the same time and twice.
    void press() {
        for (var message : world.messages()) {
            for (var button : message.buttons()) {
                var label = button.path("text").path("text").asText();
                if (label.equals("Send to supervisor") && isNew(message, "send")) {
                    pressOnce(message, button, ownerOf(message));
                } else if (label.equals("Approve") && isNew(message, "approve")) {
                    SUPERVISORS.forEach(boss -> java.lang.Thread.ofVirtual().start(() -> {
                        pressUntilAcknowledged(message, button, boss);
                        pressUntilAcknowledged(message, button, boss);
                    }));
                }
            }
        }
    }

    private void pressOnce(Message message, ObjectNode button, String by) {
        java.lang.Thread.ofVirtual().start(() -> pressUntilAcknowledged(message, button, by));
    }

    /// Slack shows an error where a press was not acknowledged, and people press again.
    private void pressUntilAcknowledged(Message message, ObjectNode button, String by) {
        for (var i = 0; i < 20 && !slack.interaction(payload(message, button, by)); i++) {
            Delivering.rest(java.time.Duration.ofSeconds(1));
        }
    }

    private boolean isNew(Message message, String what) {
        return pressed.add(what + message.channel + message.ts);
    }

    private String ownerOf(Message message) {
        return threads.stream()
                .filter(thread ->
                        thread.channel().equals(message.channel) && thread.ts().equals(message.thread))
                .findFirst()
                .map(Thread::owner)
                .orElse(AGENTS.getFirst());
    }

    /// Half of the time they write on at once, and what they write may overtake the mention; otherwise when they
    /// see that they were heard.
    private void open(String channel) {
        var mark = marks.incrementAndGet();
        var thread = new Thread(channel, world.nextTs(), AGENTS.get(random.nextInt(AGENTS.size())), mark);
        var event = said(thread, thread.ts(), "<@" + World.BOT + "> A new case.", mark);
        event.remove("thread_ts");
        if (random.nextBoolean()) {
            say(thread, "and this comes with it");
            threads.add(thread);
        }
        // Slack tells of a mention twice.
        slack.event(event.deepCopy().put("type", "app_mention"), "Ev" + mark + "m");
        tell(event, mark, thread);
        if (!threads.contains(thread)) {
            java.lang.Thread.ofVirtual().start(() -> {
                while (!slack.accepted().contains("Ev" + mark) && slack.underWay() > 0) {
                    Delivering.rest(java.time.Duration.ofMillis(50));
                }
                if (slack.accepted().contains("Ev" + mark)) {
                    threads.add(thread);
                }
            });
        }
    }

    private void say(Thread thread, String words) {
        var mark = marks.incrementAndGet();
        tell(said(thread, world.nextTs(), words, mark), mark, thread);
    }

    private void tell(ObjectNode event, int mark, Thread thread) {
        var id = "Ev" + mark;
        told.put(
                mark,
                new Told(event.path("channel").asText() + "/" + event.path("ts").asText(), thread.opening()));
        slack.event(event, id);
        if (random.nextInt(10) == 0) {
            slack.event(event, id);
        }
    }

    private ObjectNode said(Thread thread, String ts, String words, int mark) {
        return said(new Place(thread.channel(), thread.ts()), thread.owner(), ts, words + " e" + mark + "e");
    }

    /// Where a thread is.
    record Place(String channel, String thread) {}

    /// The event by which Slack tells what somebody wrote into a thread.
    static ObjectNode said(Place in, String by, String ts, String words) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("type", "message")
                .put("user", by)
                .put("channel", in.channel())
                .put("channel_type", "channel")
                .put("ts", ts)
                .put("event_ts", ts)
                .put("thread_ts", in.thread())
                .put("text", words);
    }

    private ObjectNode payload(Message message, ObjectNode button, String by) {
        var payload = json.createObjectNode()
                .put("type", "block_actions")
                .put("token", "chaos")
                .put("api_app_id", "A0CHAOS")
                .put("trigger_id", world.nextTs())
                .put("is_enterprise_install", false)
                .putNull("enterprise");
        payload.putObject("team").put("id", World.TEAM).put("domain", "chaos");
        payload.putObject("user").put("id", by).put("username", "someone").put("team_id", World.TEAM);
        payload.putObject("container")
                .put("type", "message")
                .put("message_ts", message.ts)
                .put("channel_id", message.channel)
                .put("is_ephemeral", false);
        payload.putObject("channel").put("id", message.channel).put("name", "somewhere");
        payload.set("message", message.told());
        payload.putObject("state").putObject("values");
        payload.put("response_url", "http://127.0.0.1:1/respond");
        payload.putArray("actions").add(button.deepCopy().put("action_ts", world.nextTs()));
        return payload;
    }

    static String channel(int number) {
        return "C0SUPP%03d".formatted(number);
    }
}
