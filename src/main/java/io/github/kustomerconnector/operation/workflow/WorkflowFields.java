package io.github.kustomerconnector.operation.workflow;

import io.camunda.connector.generator.dsl.Property.FeelMode;
import io.camunda.connector.generator.java.annotation.TemplateProperty;
import io.camunda.connector.generator.java.annotation.TemplateProperty.Pattern;
import io.camunda.connector.generator.java.annotation.TemplateProperty.PropertyConstraints;
import io.camunda.connector.generator.java.annotation.TemplateProperty.PropertyType;
import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.operation.IdField;
import org.jspecify.annotations.Nullable;

/** The workflow to start, as the form sets it; null means not set. {@link StartWorkflow} checks the values. */
public record WorkflowFields(
        @TemplateProperty(
                label = "Hook",
                description = "The hash of the workflow's inbound hook, as a connector secret",
                tooltip =
                        "In Kustomer: Settings, Platform, Inbound webhooks. The hash is the last part of the hook's URL. The path /v1/hooks/web/ with the hash works too, an address with a server does not.",
                group = "workflow",
                type = PropertyType.String,
                feel = FeelMode.optional,
                defaultValue = "{{secrets.KUSTOMER_WORKFLOW_HOOK}}",
                constraints = @PropertyConstraints(notEmpty = true))
        @Nullable Json hook,

        @TemplateProperty(
                label = "Data",
                description = "What the workflow receives, such as {orderNumber: orderNumber, reason: \"late\"}",
                tooltip = "The task adds the key below as the field <code>idempotencyKey</code>.",
                group = "workflow",
                type = PropertyType.Text,
                feel = FeelMode.required)
        @Nullable Json data,

        @TemplateProperty(
                label = "Key",
                description = "Names this start, such as =\"order-\" + orderNumber. Empty: derived from the task",
                tooltip =
                        "The task adds the key to the data. A workflow that writes by this key, such as into an external ID, does nothing twice if it is started twice. With a hook ID, the same key starts the workflow only once, so do not use a fixed text.",
                group = "workflow",
                type = PropertyType.String,
                feel = FeelMode.optional)
        @Nullable Json key,

        @TemplateProperty(
                label = "Hook ID",
                description = "The Kustomer ID of the hook. With it, a repeated task finds its earlier start",
                tooltip =
                        "The task then reads the hook's transactions before and after it starts the workflow. The API key needs the role org.permission.hook.read.",
                group = "options",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "5f9f1a2b3c4d5e6f7a8b9c0d",
                constraints =
                        @PropertyConstraints(pattern = @Pattern(value = IdField.PATTERN, message = IdField.MESSAGE)))
        @Nullable Json hookId) {

    /** Without values, because the hook is a secret. */
    @Override
    public String toString() {
        return "WorkflowFields[***]";
    }

    /** The fields of the task; without any if it sets none. */
    static WorkflowFields orEmpty(@Nullable WorkflowFields given) {
        return given == null ? new WorkflowFields(null, null, null, null) : given;
    }
}
