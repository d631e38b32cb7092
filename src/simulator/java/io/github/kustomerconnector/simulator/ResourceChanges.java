package io.github.kustomerconnector.simulator;

import static io.github.kustomerconnector.simulator.ResourceParts.attributes;
import static io.github.kustomerconnector.simulator.ResourceParts.relationships;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/** Builds the next revision of a resource. The given resource stays unchanged. */
final class ResourceChanges {

    private final Resources resources;
    private final ResourceFields fields;
    private final Settings settings;

    ResourceChanges(Resources resources, ResourceFields fields, Settings settings) {
        this.resources = resources;
        this.fields = fields;
        this.settings = settings;
    }

    /**
     * A resource with the fields of an update. Other fields stay, but a body without {@code company} removes the
     * company.
     */
    ObjectNode updated(ObjectNode old, ObjectNode body) {
        ObjectNode resource = old.deepCopy();
        if (!body.has("company")) {
            relationships(resource).remove("company");
        }
        return changed(resource, body);
    }

    /** A resource with the fields of a body. Other fields stay. */
    ObjectNode changed(ObjectNode old, ObjectNode body) {
        ObjectNode resource = old.deepCopy();
        touch(old, resource);
        fields.write(body, resource);
        return resource;
    }

    /**
     * A resource with more tags.
     *
     * @param names tags by name or id; those that the resource already has are ignored
     */
    ObjectNode tagged(ObjectNode old, JsonNode names) {
        return withTags(old, names, Set::add);
    }

    /**
     * A resource with fewer tags.
     *
     * @param names tags by name or id; those that the resource does not have are ignored
     */
    ObjectNode untagged(ObjectNode old, JsonNode names) {
        return withTags(old, names, Set::remove);
    }

    private ObjectNode withTags(ObjectNode old, JsonNode names, BiConsumer<Set<String>, String> change) {
        Set<String> there = new LinkedHashSet<>();
        old.at("/attributes/tags").forEach(tag -> there.add(tag.asText()));
        names.forEach(name -> change.accept(there, resources.tag(name.asText())));
        ObjectNode resource = old.deepCopy();
        touch(old, resource);
        ArrayNode tags = attributes(resource).putArray("tags");
        there.forEach(tags::add);
        return resource;
    }

    /** A resource with only the fields of the body. Its id, creation date and a conversation's customer stay. */
    ObjectNode replaced(ObjectNode old, ObjectNode body) {
        ObjectNode whole = body.deepCopy();
        whole.set("id", old.get("id"));
        whole.set("createdAt", old.at("/attributes/createdAt"));
        Optional.of(old.at("/relationships/customer/data/id"))
                .filter(customer -> customer.isTextual() && !body.has("customer"))
                .ifPresent(customer -> whole.set("customer", customer));
        boolean customer = old.path("type").asText().equals("customer");
        ObjectNode resource = customer ? resources.customer(whole) : resources.conversation(whole);
        touch(old, resource);
        return resource;
    }

    /** The target of a merge. It keeps its own values and gets the list entries of both customers. */
    ObjectNode merged(ObjectNode source, ObjectNode target) {
        ObjectNode merged = target.deepCopy();
        touch(target, merged);
        source.path("attributes").properties().stream()
                .filter(field -> field.getValue().isArray())
                .forEach(list -> {
                    var entries = attributes(merged).withArray("/" + list.getKey());
                    list.getValue().forEach(entry -> {
                        if (entries.valueStream().noneMatch(entry::equals)) {
                            entries.add(entry);
                        }
                    });
                });
        return merged;
    }

    private void touch(ObjectNode old, ObjectNode resource) {
        String now = Resources.time(settings.now());
        attributes(resource)
                .put("rev", old.at("/attributes/rev").asInt() + 1)
                .put("updatedAt", now)
                .put("modifiedAt", now);
    }
}
