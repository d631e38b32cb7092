package io.github.kustomerconnector.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The endpoints of notes. */
final class NoteOperations {

    private static final String READ = "org.permission.note.read org.user.note.read";
    private static final String CREATE = "org.permission.note.create org.user.note.write";
    private static final String UPDATE = "org.permission.note.update org.user.note.write";

    private static final String DELETE = "org.permission.note.delete org.user.note.delete";

    private final Timeline timeline;

    NoteOperations(Timeline timeline) {
        this.timeline = timeline;
    }

    List<Route> all() {
        return List.of(
                Route.of("POST", "/v1/conversations/*/notes", CREATE, this::create),
                Route.of("GET", "/v1/conversations/*/notes", READ, timeline::listOfConversation),
                Route.of("GET", "/v1/notes/*", READ, timeline::byId),
                Route.of("PUT", "/v1/notes/*", UPDATE, timeline::update),
                Route.of("PATCH", "/v1/notes/*", UPDATE, timeline::update),
                Route.of("DELETE", "/v1/notes/*", DELETE, timeline::delete));
    }

    private Reply create(RoutedRequest routed) {
        ObjectNode body = timeline.checked(routed);
        return timeline.add(timeline.within(timeline.conversation(routed.argument(), "id"), body), routed);
    }
}
