package io.github.kustomerconnector.simulator;

import static io.github.kustomerconnector.simulator.ResourceParts.related;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The timeline of one conversation on the page: messages, drafts and notes, oldest first. */
final class PageTimeline {

    private static final int MOST = 200;

    private final KustomerSimulator kustomer;
    private final PageRecords records;

    PageTimeline(KustomerSimulator kustomer, PageRecords records) {
        this.kustomer = kustomer;
        this.records = records;
    }

    void write(ObjectNode conversation, ObjectNode target) {
        target.setAll(PageRecords.summary(conversation));
        target.put("customer", records.nameOf(related(conversation, "customer")));
        target.put("queue", records.nameOf(related(conversation, "queue")));
        ArrayNode entries = target.putArray("entries");
        List<ObjectNode> all = Stream.of("message", "note", "draft")
                .flatMap(kind -> kustomer.records(kind).stream())
                .filter(record -> related(record, "conversation").equals(PageRecords.id(conversation)))
                .sorted(Comparator.comparing(PageRecords::createdAt))
                .toList();
        all.subList(Math.max(0, all.size() - MOST), all.size()).forEach(record -> add(record, entries.addObject()));
    }

    private void add(ObjectNode record, ObjectNode entry) {
        boolean isInbound = record.at("/attributes/direction").asText().equals("in");
        String author = isInbound ? "customer" : "createdBy";
        entry.put("key", PageRecords.id(record))
                .put("kind", record.path("type").asText())
                .put("inbound", isInbound)
                .put("author", records.nameOf(related(record, author)))
                .put("channel", record.at("/attributes/channel").asText())
                .put("subject", record.at("/attributes/subject").asText())
                .put("status", record.at("/attributes/status").asText())
                .put("at", PageRecords.createdAt(record))
                .put("text", text(record));
    }

    private static String text(ObjectNode record) {
        return Stream.of(
                        "/attributes/preview",
                        "/attributes/body",
                        "/attributes/payload/text",
                        "/attributes/payload/body")
                .map(path -> record.at(path).asText())
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }
}
