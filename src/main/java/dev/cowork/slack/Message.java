package dev.cowork.slack;

import com.slack.api.model.block.LayoutBlock;
import java.util.List;

/// What is shown in a message: blocks, and the plain words for notifications and screen readers.
public record Message(String text, List<LayoutBlock> blocks) {
    public static Message of(String text, List<LayoutBlock> blocks) {
        return new Message(text, blocks);
    }

    @Override
    public String toString() {
        return "Message[" + blocks.size() + " blocks]";
    }
}
