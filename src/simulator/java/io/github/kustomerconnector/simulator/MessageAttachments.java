package io.github.kustomerconnector.simulator;

import static io.github.kustomerconnector.simulator.ResourceParts.relationships;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * The endpoint of a message's attachment. Its {@code links.related} is the temporary address of the file. Kustomer
 * documents that there is such an address, but not the field.
 */
final class MessageAttachments {

    private static final String READ = "org.permission.attachment.read org.user.attachment.read";

    private final Records messages;
    private final Records attachments;
    private final ReplyBodies replies;
    private final FileAddresses addresses;

    MessageAttachments(Records messages, Records attachments, ReplyBodies replies, FileAddresses addresses) {
        this.messages = messages;
        this.attachments = attachments;
        this.replies = replies;
        this.addresses = addresses;
    }

    List<Route> all() {
        return List.of(Route.of("GET", "/v1/messages/*/attachments/*", READ, this::byId));
    }

    /** A message as Kustomer returns it: its attachments are related records. */
    static void relate(ObjectNode message) {
        JsonNode attached = message.at("/attributes/attachments");
        if (attached.isEmpty()) {
            return;
        }
        ArrayNode data = relationships(message).putObject("attachments").putArray("data");
        attached.forEach(attachment -> data.addObject()
                .put("type", "attachment")
                .put("id", attachment.path("_id").asText(attachment.asText())));
    }

    private Reply byId(RoutedRequest routed) {
        String[] path = routed.request().path().split("/", -1);
        String id = path[path.length - 1];
        Optional<ObjectNode> attachment = messages.find(routed.argument())
                .filter(message -> isAttached(message, id))
                .flatMap(message -> attachments.find(id));
        ObjectNode found = attachment.orElseThrow(() -> ApiErrorException.notFound("id"));
        ResourceLinks.relate(relationships(found), "message", "message", routed.argument());
        ((ObjectNode) found.get("links"))
                .put("self", routed.request().path())
                .put("related", addresses.download(routed.request(), id));
        return replies.ok(found);
    }

    private static boolean isAttached(ObjectNode message, String id) {
        return message.at("/attributes/attachments")
                .valueStream()
                .anyMatch(attachment ->
                        attachment.path("_id").asText(attachment.asText()).equals(id));
    }
}
