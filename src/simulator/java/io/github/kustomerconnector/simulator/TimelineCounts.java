package io.github.kustomerconnector.simulator;

import static io.github.kustomerconnector.simulator.ResourceParts.attributes;
import static io.github.kustomerconnector.simulator.ResourceParts.related;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * Counts the messages and notes of a conversation, and collects the channels of its messages. Kustomer does not
 * document whether this is a change of the conversation. Here, its revision and its times stay, and no webhook receives
 * an event.
 */
final class TimelineCounts implements RecordListener {

    private final Store store;

    TimelineCounts(Store store) {
        this.store = store;
    }

    @Override
    public void changed(@Nullable ObjectNode before, @Nullable ObjectNode after) {
        if (before == null && after != null) {
            count(after, 1);
        } else if (before != null && after == null) {
            count(before, -1);
        }
    }

    private void count(ObjectNode record, int step) {
        store.amendConversation(
                related(record, "conversation"), conversation -> count(record, step, attributes(conversation)));
    }

    private static void count(ObjectNode record, int step, ObjectNode conversation) {
        if (record.path("type").asText().equals("note")) {
            add(conversation, "noteCount", step);
            return;
        }
        add(conversation, "messageCount", step);
        if (record.at("/attributes/direction").asText().equals("out")) {
            add(conversation, "outboundMessageCount", step);
        }
        String channel = record.at("/attributes/channel").asText();
        ArrayNode channels = conversation.withArray("/channels");
        if (!channel.isEmpty()
                && channels.valueStream().noneMatch(known -> known.asText().equals(channel))) {
            channels.add(channel);
        }
    }

    private static void add(ObjectNode conversation, String count, int step) {
        conversation.put(count, conversation.path(count).asInt() + step);
    }
}
