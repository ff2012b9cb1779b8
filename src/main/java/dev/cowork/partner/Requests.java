package dev.cowork.partner;

import com.anthropic.core.ObjectMappers;
import com.anthropic.models.messages.CacheControlEphemeral;
import com.anthropic.models.messages.MessageCreateParams;
import com.anthropic.models.messages.MessageParam;
import com.anthropic.models.messages.TextBlockParam;
import com.anthropic.models.messages.Tool;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;
import java.util.Map;

/// Requests to Claude. What stands in front of the messages is the same in every request of every session:
/// instructions, voice and tools, each end marked for the cache. The last turn is marked by the API itself, so that
/// the messages stay word for word what they were.
final class Requests {
    private static final CacheControlEphemeral CACHED =
            CacheControlEphemeral.builder().build();

    private final PartnerConfig config;
    private final Prompts prompts;
    private final String company;
    private final Sensitive sensitive;

    Requests(PartnerConfig config, Prompts prompts) {
        this(config, prompts, "");
    }

    /// @param company how the company wants to sound; empty where it said nothing
    Requests(PartnerConfig config, Prompts prompts, String company) {
        this.config = config;
        this.prompts = prompts;
        this.sensitive = Sensitive.of(List.of(config.maskAlso().orElse("").split(";")), config.maskRegions());
        this.company = company;
    }

    MaskedRequest reply(ArrayNode messages, String session) {
        var masking = new Masking(sensitive, session);
        var request = MessageCreateParams.builder()
                .model(config.model())
                .maxTokens(config.maxTokens())
                .systemOfTextBlockParams(instructions("system"))
                .messages(typed(masking.masked(messages)))
                .cacheControl(CACHED);
        prompts.forms().tools.forEach(request::addTool);
        return new MaskedRequest(request.build(), masking);
    }

    private List<TextBlockParam> instructions(String name) {
        return List.of(
                TextBlockParam.builder().text(prompts.plain(name)).build(),
                TextBlockParam.builder().text(voice()).cacheControl(CACHED).build());
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
                .systemOfTextBlockParams(instructions("specialists"))
                .messages(typed(masking.masked(messages)))
                .addTool(prompts.forms().position)
                .addTool(prompts.forms().draft)
                .toolToolChoice(form)
                .build();
        return new MaskedRequest(request, masking);
    }

    MaskedRequest lookBack(String transcript, String session) {
        return filledIn("look-back", transcript, prompts.forms().lookBack, session);
    }

    MaskedRequest sorting(String opening, String session) {
        return filledIn("sort", opening, prompts.forms().sort, session);
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
    private String voice() {
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
        return filledIn("practice-reader", asked, prompts.forms().recognise, drill);
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
}
