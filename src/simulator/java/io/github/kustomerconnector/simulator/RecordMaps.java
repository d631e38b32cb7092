package io.github.kustomerconnector.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Records as {@link SimulatedKustomer} returns them: maps without types of a library. */
final class RecordMaps {

    private static final Set<String> DIFFERENT_IN_A_DUPLICATE =
            Set.of("id", "createdAt", "updatedAt", "modifiedAt", "lastActivityAt", "sendAt", "rev");

    private RecordMaps() {}

    /** The attributes of a resource, its id and type, and the ids of related records by the names of the relations. */
    static Map<String, Object> of(ObjectNode resource) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("id", resource.path("id").asText());
        record.put("type", resource.path("type").asText());
        record.putAll(Json.map((ObjectNode) resource.path("attributes")));
        resource.path("relationships").properties().forEach(relation -> {
            String id = relation.getValue().at("/data/id").asText();
            if (!id.isEmpty()) {
                record.putIfAbsent(relation.getKey(), id);
            }
        });
        return record;
    }

    /** The groups of two or more records of one kind that have equal fields, apart from id, times and revision. */
    static List<List<Map<String, Object>>> duplicates(List<Map<String, Object>> records) {
        Map<Map<String, Object>, List<Map<String, Object>>> byContent = new LinkedHashMap<>();
        records.forEach(record -> byContent
                .computeIfAbsent(content(record), content -> new ArrayList<>())
                .add(record));
        return byContent.values().stream().filter(group -> group.size() > 1).toList();
    }

    private static Map<String, Object> content(Map<String, Object> record) {
        Map<String, Object> content = new LinkedHashMap<>(record);
        content.keySet().removeAll(DIFFERENT_IN_A_DUPLICATE);
        return content;
    }
}
