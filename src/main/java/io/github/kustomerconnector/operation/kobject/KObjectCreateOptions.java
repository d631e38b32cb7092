package io.github.kustomerconnector.operation.kobject;

import io.camunda.connector.generator.dsl.Property.FeelMode;
import io.camunda.connector.generator.java.annotation.TemplateProperty;
import io.camunda.connector.generator.java.annotation.TemplateProperty.DropdownPropertyChoice;
import io.camunda.connector.generator.java.annotation.TemplateProperty.Pattern;
import io.camunda.connector.generator.java.annotation.TemplateProperty.PropertyConstraints;
import io.camunda.connector.generator.java.annotation.TemplateProperty.PropertyType;
import io.github.kustomerconnector.field.Choice;
import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.operation.CreateOptions;
import io.github.kustomerconnector.operation.TimeoutField;
import org.jspecify.annotations.Nullable;

/**
 * The options of {@link CreateKObject}. Kustomer does not document that it refuses a second KObject with the same
 * external id, so only a look-up before the create prevents one.
 *
 * @param onDuplicate {@code returnExisting} if null
 * @param repeatProtection {@code lookUpFirst} if null
 * @param idempotencyKey 1 to 256 characters; if null, the identity is the external id, else derived from the task
 * @param keyScope {@code allProcesses} if null
 * @param timeoutSeconds 1 to 60; 30 if null
 */
public record KObjectCreateOptions(
        @TemplateProperty(
                label = "If the KObject already exists",
                description = "Matters if the klass has a KObject with this external ID",
                group = "options",
                type = PropertyType.Dropdown,
                choices = {
                    @DropdownPropertyChoice(value = "returnExisting", label = "Return the existing KObject"),
                    @DropdownPropertyChoice(value = "updateExisting", label = "Update the existing KObject"),
                    @DropdownPropertyChoice(value = "fail", label = "Fail with KUSTOMER_DUPLICATE")
                },
                defaultValue = "returnExisting",
                constraints = @PropertyConstraints(notEmpty = true),
                tooltip =
                        "The result field outcome is created, existing or updated. To update, the API key also needs the role that updates the record.")
        @Nullable String onDuplicate,

        @TemplateProperty(
                label = "Duplicate protection",
                description = "How a repeated job is kept from creating a second KObject",
                tooltip =
                        "Look up first: one more request. A KObject without an external ID gets one derived from the task. None: no look-up before the create, and nothing is added. A lost answer can end in KUSTOMER_OUTCOME_UNKNOWN.",
                group = "options",
                type = PropertyType.Dropdown,
                choices = {
                    @DropdownPropertyChoice(value = "lookUpFirst", label = "Look up the external ID first"),
                    @DropdownPropertyChoice(value = "none", label = "None")
                },
                defaultValue = "lookUpFirst",
                constraints = @PropertyConstraints(notEmpty = true))
        @Nullable String repeatProtection,

        @TemplateProperty(
                label = "Idempotency key",
                description =
                        "Such as orderId. Tasks with the same key create only one KObject. Empty is right for most tasks",
                tooltip =
                        "A fixed text would be the key of each process instance, so only the first one would create a KObject. Empty: the external ID, or a key derived from the task.",
                group = "options",
                type = PropertyType.String,
                feel = FeelMode.required,
                exampleValue = "orderId")
        @Nullable Json idempotencyKey,

        @TemplateProperty(
                label = "Idempotency key is shared by",
                description = "The tasks for which the same key means the same KObject",
                tooltip = "In both cases only tasks of the same operation and klass share a key.",
                group = "options",
                type = PropertyType.Dropdown,
                choices = {
                    @DropdownPropertyChoice(value = "allProcesses", label = "Tasks of all processes"),
                    @DropdownPropertyChoice(value = "thisProcess", label = "Tasks of this process")
                },
                defaultValue = "allProcesses",
                constraints = @PropertyConstraints(notEmpty = true))
        @Nullable String keyScope,

        @TemplateProperty(
                label = TimeoutField.LABEL,
                description = TimeoutField.DESCRIPTION,
                group = "options",
                type = PropertyType.String,
                feel = FeelMode.optional,
                defaultValue = TimeoutField.DEFAULT,
                constraints =
                        @PropertyConstraints(
                                pattern =
                                        @Pattern(value = TimeoutField.PATTERN, message = TimeoutField.PATTERN_MESSAGE)))
        @Nullable Json timeoutSeconds) {

    /**
     * The options as those of any create.
     *
     * @throws io.github.kustomerconnector.call.KustomerException if the duplicate protection is invalid
     */
    static CreateOptions common(@Nullable KObjectCreateOptions given) {
        if (given == null) {
            return new CreateOptions(null, "lookUpFirst", null, null, null);
        }
        String protection = Choice.orElse(given.repeatProtection, "lookUpFirst");
        if (!protection.equals("lookUpFirst") && !protection.equals("none")) {
            throw Choice.unknown("options.repeatProtection", "lookUpFirst", "none");
        }
        return new CreateOptions(
                given.onDuplicate, protection, given.idempotencyKey, given.keyScope, given.timeoutSeconds);
    }
}
