package dev.cowork.partner;

import com.anthropic.core.ObjectMappers;
import com.anthropic.models.messages.CacheControlEphemeral;
import com.anthropic.models.messages.MessageCreateParams;
import com.anthropic.models.messages.MessageParam;
import com.anthropic.models.messages.TextBlockParam;
import com.anthropic.models.messages.Tool;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Requests to Claude. What stands in front of the messages is the same in every request of every session:
/// instructions,
/// voice and tools, each end marked for the cache. The last turn is marked by the API itself, so that the messages
/// stay word for word what they were.
final class Requests {
    private static final CacheControlEphemeral CACHED =
            CacheControlEphemeral.builder().build();

    private final PartnerConfig config;
    private final Prompts prompts;
    private final List<TextBlockParam> instructions;
    private final List<TextBlockParam> instructionsOfSpecialists;
    private final Sensitive sensitive;

    Requests(PartnerConfig config, Prompts prompts) {
        this(config, prompts, "");
    }

    /// @param company how the company wants to sound; empty where it said nothing
    Requests(PartnerConfig config, Prompts prompts, String company) {
        this.config = config;
        this.prompts = prompts;
        this.sensitive = Sensitive.of(List.of(config.maskAlso().orElse("").split(";")), config.maskRegions());
        this.instructions = instructions(prompts, "system", company);
        this.instructionsOfSpecialists = instructions(prompts, "specialists", company);
    }

    /// Reads what all requests have in common, on the thread that calls.
    static void readForms() {
        if (Forms.TOOLS.isEmpty()) {
            throw new IllegalStateException("there are no forms for Claude to fill in");
        }
    }

    MaskedRequest reply(ArrayNode messages, String session) {
        var masking = new Masking(sensitive, session);
        var request = MessageCreateParams.builder()
                .model(config.model())
                .maxTokens(config.maxTokens())
                .systemOfTextBlockParams(instructions)
                .messages(typed(masking.masked(messages)))
                .cacheControl(CACHED);
        Forms.TOOLS.forEach(request::addTool);
        return new MaskedRequest(request.build(), masking);
    }

    private static List<TextBlockParam> instructions(Prompts prompts, String name, String company) {
        return List.of(
                TextBlockParam.builder().text(prompts.plain(name)).build(),
                TextBlockParam.builder()
                        .text(voice(prompts, company))
                        .cacheControl(CACHED)
                        .build());
    }

    /// One form for a specialist to fill in. All of them get the same tools and instructions, so that what is cached of
    /// one is there for the others.
    ///
    /// @param form [Specializing#POSITION] or [Specializing#DRAFT]
    MaskedRequest ofSpecialist(ArrayNode messages, String form, long maxTokens, String session) {
        var masking = new Masking(sensitive, session);
        var request = MessageCreateParams.builder()
                .model(config.model())
                .maxTokens(Math.min(maxTokens, config.maxTokens()))
                .systemOfTextBlockParams(instructionsOfSpecialists)
                .messages(typed(masking.masked(messages)))
                .addTool(Forms.POSITION)
                .addTool(Forms.DRAFT)
                .toolToolChoice(form)
                .build();
        return new MaskedRequest(request, masking);
    }

    MaskedRequest lookBack(String transcript, String session) {
        return filledIn("look-back", transcript, Forms.LOOK_BACK, session);
    }

    MaskedRequest sorting(String opening, String session) {
        return filledIn("sort", opening, Forms.SORT, session);
    }

    /// One form for the fast model to fill in.
    private MaskedRequest filledIn(String instructions, String told, Tool form, String session) {
        var masking = new Masking(sensitive, session);
        var request = MessageCreateParams.builder()
                .model(config.fastModel())
                .maxTokens(config.maxTokens())
                .system(prompts.plain(instructions))
                .messages(typed(masking.masked(alone(told))))
                .addTool(form)
                .toolToolChoice(form.name())
                .build();
        return new MaskedRequest(request, masking);
    }

    /// The same in every session of a workspace, so that they share what is cached.
    private static String voice(Prompts prompts, String company) {
        var ours = prompts.plain("voice");
        var fence = Fence.of("voice");
        return company.isBlank()
                ? ours
                : prompts.fill(
                        "company-voice",
                        Map.of(
                                "voice", ours,
                                "open", fence.open(),
                                "close", fence.close(),
                                "company", fence.disarmed(company)));
    }

    /// A passage to be read by the small model.
    MaskedRequest recognise(String asked, String drill) {
        return filledIn("practice-reader", asked, Forms.RECOGNISE, drill);
    }

    /// One line of a part, in plain text.
    MaskedRequest plain(String role, String asked, String drill) {
        var masking = new Masking(sensitive, drill);
        var request = MessageCreateParams.builder()
                .model(config.model())
                .maxTokens(config.maxTokens())
                .system(prompts.plain(role))
                .messages(typed(masking.masked(alone(asked))))
                .build();
        return new MaskedRequest(request, masking);
    }

    private static ArrayNode alone(String asked) {
        var messages = TurnRecord.JSON.createArrayNode();
        messages.add(
                TurnRecord.message("user", TurnRecord.JSON.createArrayNode().add(TurnRecord.text(asked))));
        return messages;
    }

    private static List<MessageParam> typed(ArrayNode messages) {
        return ObjectMappers.jsonMapper().convertValue(messages, new TypeReference<>() {});
    }

    /// The forms that Claude may fill in: the same in every request, so read once.
    private static final class Forms {
        static final List<Tool> TOOLS = tools();
        static final Tool POSITION = read("/prompts/position-tool.json", new TypeReference<>() {});
        static final Tool DRAFT = TOOLS.stream()
                .filter(tool -> tool.name().equals(Specializing.DRAFT))
                .findFirst()
                .orElseThrow();
        static final Tool LOOK_BACK = read("/prompts/look-back-tool.json", new TypeReference<>() {});
        static final Tool SORT = read("/prompts/sort-tool.json", new TypeReference<>() {});
        static final Tool RECOGNISE = read("/prompts/recognise-tool.json", new TypeReference<>() {});

        private static List<Tool> tools() {
            var tools = new ArrayList<Tool>(read("/prompts/tools.json", new TypeReference<List<Tool>>() {}));
            tools.add(tools.removeLast().toBuilder().cacheControl(CACHED).build());
            return List.copyOf(tools);
        }
    }

    private static <T> T read(String path, TypeReference<T> type) {
        try {
            return ObjectMappers.jsonMapper().readValue(Prompts.file(path), type);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("cannot read " + path, broken);
        }
    }
}
