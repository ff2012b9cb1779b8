package com.slack.api.util.json;

import com.google.gson.FieldNamingPolicy;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.slack.api.SlackConfig;
import com.slack.api.audit.response.LogsResponse;
import com.slack.api.model.Attachment;
import com.slack.api.model.File;
import com.slack.api.model.admin.AppWorkflow;
import com.slack.api.model.block.ContextActionsBlockElement;
import com.slack.api.model.block.ContextBlockElement;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.TextObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.RichTextElement;
import com.slack.api.model.event.FunctionExecutedEvent;
import com.slack.api.model.event.MessageChangedEvent;
import com.slack.api.model.list.ListView;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Stands in the place of the class of that name in Slack's client, which makes a new [Gson] for each request and each
/// answer: that one learns all of Slack's classes by reflection each time, and costs more than everything else a button
/// takes. What is made here is the same and is made once; [Gson] is for all threads.
///
/// `docs/decisions/0034-slack-json-is-learnt-once.md` says how it comes there.
public class GsonFactory {
    private static final Map<Shape, Gson> MADE = new ConcurrentHashMap<>();

    private GsonFactory() {}

    private record Shape(boolean hasSnakes, boolean isStrict, boolean isWatchful, boolean isPretty) {
        static Shape of(boolean hasSnakes, SlackConfig config) {
            var isStrict = config.isFailOnUnknownProperties();
            return new Shape(
                    hasSnakes,
                    isStrict,
                    isStrict || config.isLibraryMaintainerMode(),
                    config.isPrettyResponseLoggingEnabled());
        }
    }

    /// Names with underscores, as Slack has them; what is unknown is left aside.
    public static Gson createSnakeCase() {
        return made(new Shape(true, false, false, false));
    }

    /// Names with underscores, and as strict as the configuration asks for.
    public static Gson createSnakeCase(SlackConfig config) {
        return made(Shape.of(true, config));
    }

    /// Java's own names.
    public static Gson createCamelCase(SlackConfig config) {
        return made(Shape.of(false, config));
    }

    /// Some of what is registered asks for a [Gson] itself when it is first met, while one is being made.
    private static Gson made(Shape shape) {
        var made = MADE.get(shape);
        if (made != null) {
            return made;
        }
        var mine = make(shape);
        var earlier = MADE.putIfAbsent(shape, mine);
        return earlier == null ? mine : earlier;
    }

    private static Gson make(Shape shape) {
        var builder = new GsonBuilder();
        if (shape.hasSnakes()) {
            builder.setFieldNamingPolicy(FieldNamingPolicy.LOWER_CASE_WITH_UNDERSCORES);
        }
        registerTypeAdapters(builder, shape.isStrict());
        if (shape.isWatchful()) {
            builder.registerTypeAdapterFactory(new UnknownPropertyDetectionAdapterFactory());
        }
        if (shape.isPretty()) {
            builder.setPrettyPrinting();
        }
        return builder.create();
    }

    /// Everything of Slack's whose class depends on what it says.
    ///
    /// @param failOnUnknownProps whether what is unknown is an error
    public static void registerTypeAdapters(GsonBuilder builder, boolean failOnUnknownProps) {
        builder.registerTypeAdapter(Instant.class, new JavaTimeInstantFactory(failOnUnknownProps))
                .registerTypeAdapter(File.class, new GsonFileFactory(failOnUnknownProps))
                .registerTypeAdapter(LayoutBlock.class, new GsonLayoutBlockFactory(failOnUnknownProps))
                .registerTypeAdapter(TextObject.class, new GsonTextObjectFactory(failOnUnknownProps))
                .registerTypeAdapter(ContextBlockElement.class, new GsonContextBlockElementFactory(failOnUnknownProps))
                .registerTypeAdapter(
                        ContextActionsBlockElement.class, new GsonContextActionsBlockElementFactory(failOnUnknownProps))
                .registerTypeAdapter(BlockElement.class, new GsonBlockElementFactory(failOnUnknownProps))
                .registerTypeAdapter(RichTextElement.class, new GsonRichTextElementFactory(failOnUnknownProps))
                .registerTypeAdapter(
                        FunctionExecutedEvent.InputValue.class, new GsonFunctionExecutedEventInputValueFactory())
                .registerTypeAdapter(
                        Attachment.VideoHtml.class, new GsonMessageAttachmentVideoHtmlFactory(failOnUnknownProps))
                .registerTypeAdapter(
                        MessageChangedEvent.PreviousMessage.class,
                        new GsonMessageChangedEventPreviousMessageFactory(failOnUnknownProps))
                .registerTypeAdapter(
                        AppWorkflow.StepInputValue.class, new GsonAppWorkflowStepInputValueFactory(failOnUnknownProps))
                .registerTypeAdapter(
                        AppWorkflow.StepInputValueElementDefault.class,
                        new GsonAppWorkflowStepInputValueDefaultFactory(failOnUnknownProps))
                .registerTypeAdapter(
                        LogsResponse.DetailsChangedValue.class,
                        new GsonAuditLogsDetailsChangedValueFactory(failOnUnknownProps))
                .registerTypeAdapter(
                        LogsResponse.UserIDs.class, new GsonAuditLogsDetailsUserIDsFactory(failOnUnknownProps))
                .registerTypeAdapter(ListView.Grouping.class, new GsonListViewGroupingFactory(failOnUnknownProps));
    }
}
