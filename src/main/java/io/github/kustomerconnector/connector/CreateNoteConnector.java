package io.github.kustomerconnector.connector;

import io.camunda.connector.api.annotation.OutboundConnector;
import io.camunda.connector.generator.java.annotation.ElementTemplate;
import io.camunda.connector.generator.java.annotation.ElementTemplate.Metadata;
import io.camunda.connector.generator.java.annotation.ElementTemplate.PropertyGroup;
import io.github.kustomerconnector.operation.note.CreateNote;

/** Add Kustomer Note: see {@link CreateNote}. */
@MessageLike
@OutboundConnector(
        name = "Add Kustomer Note",
        type = "kustomer:create-note:1",
        inputVariables = {"authentication", "server", "note", "options"})
@ElementTemplate(
        id = "io.github.kustomerconnector.CreateNote.v1",
        name = "Add Kustomer Note",
        version = 1,
        description = "Adds a note for agents to a Kustomer conversation",
        documentationRef =
                "https://github.com/kustomerconnector/camunda-8-connector-kustomer/blob/main/docs/operations.md#add-kustomer-note",
        engineVersion = "^8.8",
        icon = "kustomer-connector-icon.svg",
        inputDataClass = CreateNote.class,
        metadata = @Metadata(keywords = {"kustomer", "add note", "create note", "comment", "internal note", "mention"}),
        propertyGroups = {
            @PropertyGroup(id = "connection", label = "Authentication and server"),
            @PropertyGroup(id = "note", label = "Note"),
            @PropertyGroup(id = "moreFields", label = "More fields"),
            @PropertyGroup(id = "options", label = "Duplicates and time")
        },
        defaultResultExpression = "={noteId: id}")
public final class CreateNoteConnector extends KustomerConnector<CreateNote> {

    /** As the connector runtime makes it. */
    public CreateNoteConnector() {
        this(Surroundings.ofProcess());
    }

    CreateNoteConnector(Surroundings surroundings) {
        super(CreateNote.class, surroundings);
    }
}
