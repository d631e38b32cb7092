package io.github.kustomerconnector.operation;

import io.camunda.connector.generator.dsl.Property.FeelMode;
import io.camunda.connector.generator.java.annotation.TemplateProperty;
import io.camunda.connector.generator.java.annotation.TemplateProperty.DropdownPropertyChoice;
import io.camunda.connector.generator.java.annotation.TemplateProperty.Pattern;
import io.camunda.connector.generator.java.annotation.TemplateProperty.PropertyConstraints;
import io.camunda.connector.generator.java.annotation.TemplateProperty.PropertyType;
import io.github.kustomerconnector.call.Identity;
import io.github.kustomerconnector.call.OnDuplicate;
import io.github.kustomerconnector.field.Choice;
import io.github.kustomerconnector.field.Formats;
import io.github.kustomerconnector.json.InvisibleCharacters;
import io.github.kustomerconnector.json.Json;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The options of a create.
 *
 * @param onDuplicate {@code returnExisting} if null
 * @param repeatProtection {@code automatic} if null
 * @param idempotencyKey 1 to 256 characters; if null, the identity is derived from the task
 * @param keyScope {@code allProcesses} if null
 * @param timeoutSeconds 1 to 60; 30 if null
 */
public record CreateOptions(
        @TemplateProperty(
                label = "If the record already exists",
                description = "Matters if Kustomer has a record with this e-mail, phone, external ID or key",
                group = "options",
                type = PropertyType.Dropdown,
                choices = {
                    @DropdownPropertyChoice(value = "returnExisting", label = "Return the existing record"),
                    @DropdownPropertyChoice(value = "updateExisting", label = "Update the existing record"),
                    @DropdownPropertyChoice(value = "fail", label = "Fail with KUSTOMER_DUPLICATE")
                },
                defaultValue = "returnExisting",
                constraints = @PropertyConstraints(notEmpty = true),
                tooltip =
                        "The result field outcome is created, existing or updated. To update, the API key also needs the role that updates the record.")
        @Nullable String onDuplicate,

        @TemplateProperty(
                label = "Duplicate protection",
                description = "How a repeated job is kept from creating a second record",
                tooltip = "Automatic: one request. Kustomer refuses a second record with the same unique identifier."
                        + " A record without one gets an identifier derived from the task."
                        + " Look up first: one more request. An external ID is enough; no ID is derived from the task."
                        + " None: nothing is added. A lost answer ends in KUSTOMER_OUTCOME_UNKNOWN.",
                group = "options",
                type = PropertyType.Dropdown,
                choices = {
                    @DropdownPropertyChoice(value = "automatic", label = "Automatic"),
                    @DropdownPropertyChoice(value = "lookUpFirst", label = "Look up first"),
                    @DropdownPropertyChoice(value = "none", label = "None")
                },
                defaultValue = "automatic",
                constraints = @PropertyConstraints(notEmpty = true))
        @Nullable String repeatProtection,

        @TemplateProperty(
                label = "Idempotency key",
                description =
                        "Such as orderId. Tasks with the same key create only one record. Empty is right for most tasks",
                tooltip = "A fixed text would be the key of each process instance, so only the first one would create a"
                        + " record. Empty: the key is derived from the task.",
                group = "options",
                type = PropertyType.String,
                feel = FeelMode.required,
                exampleValue = "orderId")
        @Nullable Json idempotencyKey,

        @TemplateProperty(
                label = "Idempotency key is shared by",
                description = "The tasks for which the same key means the same record",
                tooltip = "In both cases only tasks of the same operation share a key. Choose this process if two"
                        + " processes use the same numbers, such as order numbers.",
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

    /** The options of the task, else the defaults. */
    public static CreateOptions orDefault(@Nullable CreateOptions given) {
        return given == null ? new CreateOptions(null, null, null, null, null) : given;
    }

    /** How a repeat is kept from creating a second record. */
    public enum RepeatProtection {
        AUTOMATIC,
        LOOK_UP_FIRST,
        NONE
    }

    /** What to do with a record that exists already. */
    public OnDuplicate duplicates() {
        return switch (Choice.orElse(onDuplicate, "returnExisting")) {
            case "returnExisting" -> OnDuplicate.RETURN_EXISTING;
            case "updateExisting" -> OnDuplicate.UPDATE_EXISTING;
            case "fail" -> OnDuplicate.FAIL;
            default -> throw Choice.unknown("options.onDuplicate", "returnExisting", "updateExisting", "fail");
        };
    }

    /** The duplicate protection. */
    public RepeatProtection protection() {
        return switch (Choice.orElse(repeatProtection, "automatic")) {
            case "automatic" -> RepeatProtection.AUTOMATIC;
            case "lookUpFirst" -> RepeatProtection.LOOK_UP_FIRST;
            case "none" -> RepeatProtection.NONE;
            default -> throw Choice.unknown("options.repeatProtection", "automatic", "lookUpFirst", "none");
        };
    }

    /** The timeout of each request. */
    public Duration timeout() {
        return TimeoutField.of(timeoutSeconds);
    }

    /** The idempotency key; empty if the task has none. */
    public Optional<String> key() {
        if (idempotencyKey == null || idempotencyKey.isBlank()) {
            return Optional.empty();
        }
        return Formats.identifier(256)
                .check("options.idempotencyKey", idempotencyKey)
                .text()
                .map(InvisibleCharacters::composed);
    }

    /** The identity of the record: the idempotency key, else the external id, else the task. */
    public Identity identity(TaskIdentity task, Optional<String> externalId) {
        boolean ofProcess = isKeyOfProcess();
        return key().map(name -> ofProcess ? task.namedInProcess(name) : task.named(name))
                .orElseGet(() -> task.chosen(externalId));
    }

    private boolean isKeyOfProcess() {
        return switch (Choice.orElse(keyScope, "allProcesses")) {
            case "allProcesses" -> false;
            case "thisProcess" -> true;
            default -> throw Choice.unknown("options.keyScope", "allProcesses", "thisProcess");
        };
    }
}
