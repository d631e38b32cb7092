package io.github.kustomerconnector.operation.routing;

import io.camunda.connector.generator.dsl.Property.FeelMode;
import io.camunda.connector.generator.java.annotation.TemplateProperty;
import io.camunda.connector.generator.java.annotation.TemplateProperty.DropdownPropertyChoice;
import io.camunda.connector.generator.java.annotation.TemplateProperty.Pattern;
import io.camunda.connector.generator.java.annotation.TemplateProperty.PropertyCondition;
import io.camunda.connector.generator.java.annotation.TemplateProperty.PropertyConstraints;
import io.camunda.connector.generator.java.annotation.TemplateProperty.PropertyType;
import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.operation.IdField;
import org.jspecify.annotations.Nullable;

/** What to do with a conversation, as the form sets it; null means not set. {@link Routing} checks the values. */
public record RouteFields(
        @TemplateProperty(
                label = "Conversation ID",
                description = "The Kustomer ID, such as conversationId of an earlier task",
                group = "route",
                type = PropertyType.String,
                feel = FeelMode.optional,
                defaultValue = "=conversationId",
                constraints =
                        @PropertyConstraints(
                                notEmpty = true,
                                pattern = @Pattern(value = IdField.PATTERN, message = IdField.MESSAGE)))
        @Nullable Json conversation,

        @TemplateProperty(
                label = "Action",
                description = "What to do with the conversation's open work item",
                tooltip =
                        "The first two actions create a work item if the conversation has none. The others need an open one.",
                group = "route",
                type = PropertyType.Dropdown,
                choices = {
                    @DropdownPropertyChoice(value = "queue", label = "Put into a queue"),
                    @DropdownPropertyChoice(value = "agent", label = "Assign to an agent"),
                    @DropdownPropertyChoice(value = "back", label = "Take from its agent, back into the queue"),
                    @DropdownPropertyChoice(value = "pause", label = "Pause"),
                    @DropdownPropertyChoice(value = "resume", label = "Resume"),
                    @DropdownPropertyChoice(value = "wrapUp", label = "Start wrap-up"),
                    @DropdownPropertyChoice(value = "complete", label = "Complete")
                },
                defaultValue = "queue",
                constraints = @PropertyConstraints(notEmpty = true))
        @Nullable String action,

        @TemplateProperty(
                label = "Queue",
                description = "The queue's key, which is the same in each environment, or its Kustomer ID",
                tooltip =
                        "A key costs one request more than an ID, and the API key needs the role org.permission.queue.read.",
                group = "route",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "complaints",
                condition = @PropertyCondition(property = "route.action", equals = "queue"),
                constraints = @PropertyConstraints(notEmpty = true))
        @Nullable Json queue,

        @TemplateProperty(
                label = "If an agent has it",
                description = "What to do with a conversation that an agent works on",
                group = "route",
                type = PropertyType.Dropdown,
                choices = {
                    @DropdownPropertyChoice(value = "false", label = "Leave it with the agent, and note the queue"),
                    @DropdownPropertyChoice(value = "true", label = "Take it from the agent")
                },
                defaultValue = "false",
                condition = @PropertyCondition(property = "route.action", equals = "queue"),
                constraints = @PropertyConstraints(notEmpty = true))
        @Nullable String takeFromAgent,

        @TemplateProperty(
                label = "Agent",
                description = "The e-mail of the user, which is the same in each environment, or the Kustomer ID",
                tooltip = "An e-mail costs one request more than an ID.",
                group = "route",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "ada@example.org",
                condition = @PropertyCondition(property = "route.action", equals = "agent"),
                constraints = @PropertyConstraints(notEmpty = true))
        @Nullable Json assignedTo) {

    /** The fields of the task; without any if it sets none. */
    static RouteFields orEmpty(@Nullable RouteFields given) {
        return given == null ? new RouteFields(null, null, null, null, null) : given;
    }
}
