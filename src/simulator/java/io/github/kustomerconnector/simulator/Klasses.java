package io.github.kustomerconnector.simulator;

import static io.github.kustomerconnector.simulator.ResourceParts.relationships;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The klasses of the organization: those of the {@link Settings}, and those that a request or a test created. */
final class Klasses {

    private final Records klasses;
    private final Resources resources;
    private final Settings settings;

    Klasses(Records klasses, Resources resources, Settings settings) {
        this.klasses = klasses;
        this.resources = resources;
        this.settings = settings;
    }

    /** All klasses, oldest first. */
    List<ObjectNode> all() {
        addMissing();
        return klasses.all(klass -> true);
    }

    /** The klass with this name or id. */
    Optional<ObjectNode> find(String nameOrId) {
        return all().stream()
                .filter(klass -> name(klass).equals(nameOrId)
                        || klass.path("id").asText().equals(nameOrId))
                .findFirst();
    }

    /**
     * The name of an existing klass.
     *
     * @throws ApiErrorException 404 if there is none; Kustomer does not document the status
     */
    String require(String name) {
        return all().stream()
                .map(Klasses::name)
                .filter(name::equals)
                .findFirst()
                .orElseThrow(() -> ApiErrorException.notFound("name"));
    }

    /** A new klass, not yet stored. */
    ObjectNode created(ObjectNode body) {
        String name = body.path("name").asText();
        ObjectNode whole =
                Json.object().put("id", id(name)).put("displayName", name).put("status", "enabled");
        whole.putArray("mixins");
        ObjectNode klass = resources.other("klass", whole.setAll(body));
        ObjectNode relationships = relationships(klass);
        relationships.remove("messages");
        relationships.putObject("kobjects").putObject("links").put("self", "/v1/klasses/" + name);
        return klass;
    }

    static String name(ObjectNode klass) {
        return klass.at("/attributes/name").asText();
    }

    /** The id of a klass: 24 hex digits from its name, so that the id and the name cannot be confused. */
    static String id(String name) {
        UUID hash = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        return hash.toString().replace("-", "").substring(0, 24);
    }

    private void addMissing() {
        settings.attributes()
                .klasses()
                .forEach(name -> klasses.findOrAdd(
                        klass -> name(klass).equals(name),
                        () -> created(Json.object().put("name", name))));
    }
}
