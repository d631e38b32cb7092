package io.github.kustomerconnector.connector;

import io.camunda.connector.api.annotation.OutboundConnector;
import io.camunda.connector.generator.java.annotation.ElementTemplate;
import io.camunda.connector.generator.java.annotation.ElementTemplate.Metadata;
import io.camunda.connector.generator.java.annotation.ElementTemplate.PropertyGroup;
import io.github.kustomerconnector.operation.note.CreateNote;

/** Add Kustomer Note: see {@link CreateNote}. */
@MessageLike
@OutboundConnector(name = "Add Kustomer Note", type = "kustomer:create-note:1", inputVariables = TaskInputs.ROOT)
@ElementTemplate(
        id = "io.github.kustomerconnector.CreateNote.v1",
        name = "Add Kustomer Note",
        version = 1,
        description = "Adds a note for agents to a Kustomer conversation",
        inputDataClass = CreateNote.class,
        metadata = @Metadata(keywords = {"kustomer", "add note", "create note", "comment", "internal note", "mention"}),
        propertyGroups = {
            @PropertyGroup(id = "note", label = "Note"),
            @PropertyGroup(id = "moreFields", label = "More fields")
        },
        defaultResultExpression = "={noteId: id}")
public final class CreateNoteConnector extends KustomerConnector<CreateNote> {

    /** The constructor for the connector runtime. */
    public CreateNoteConnector() {
        this(ConnectorEnvironment.ofProcess());
    }

    CreateNoteConnector(ConnectorEnvironment environment) {
        super(CreateNote.class, CreateNote.roles(), environment);
    }
}
