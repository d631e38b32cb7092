package io.github.kustomerconnector.operation;

import io.camunda.connector.generator.dsl.Property.FeelMode;
import io.camunda.connector.generator.java.annotation.TemplateProperty;
import io.camunda.connector.generator.java.annotation.TemplateProperty.DropdownPropertyChoice;
import io.camunda.connector.generator.java.annotation.TemplateProperty.Pattern;
import io.camunda.connector.generator.java.annotation.TemplateProperty.PropertyConstraints;
import io.camunda.connector.generator.java.annotation.TemplateProperty.PropertyType;
import io.github.kustomerconnector.call.Failure;
import io.github.kustomerconnector.call.OnDuplicate;
import io.github.kustomerconnector.field.Choice;
import io.github.kustomerconnector.field.Formats;
import io.github.kustomerconnector.json.Json;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a create behaves.
 *
 * @param onDuplicate {@code returnExisting} if null
 * @param repeatProtection {@code automatic} if null
 * @param idempotencyKey 1 to 256 characters; null derives the identity from the task
 * @param timeoutSeconds 1 to 60; 30 if null
 */
public record CreateOptions(
        @TemplateProperty(
                label = "If the record exists already",
                description = "The result's outcome says what happened: created, existing or updated",
                group = "options",
                type = PropertyType.Dropdown,
                choices = {
                    @DropdownPropertyChoice(value = "returnExisting", label = "Return the existing record"),
                    @DropdownPropertyChoice(value = "updateExisting", label = "Update the existing record"),
                    @DropdownPropertyChoice(value = "fail", label = "Fail with KUSTOMER_DUPLICATE")
                },
                defaultValue = "returnExisting",
                constraints = @PropertyConstraints(notEmpty = true))
        @Nullable String onDuplicate,

        @TemplateProperty(
                label = "Protection against second records",
                description = "What keeps a repeated job from making the record twice",
                tooltip = "Automatic: one request; an identifier that Kustomer keeps unique protects the record,"
                        + " and a record without one gets an identifier derived from the task."
                        + " Look up first: one request more, nothing derived is needed where an external ID is given."
                        + " None: nothing is added; a lost answer ends in KUSTOMER_OUTCOME_UNKNOWN.",
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
                description = "What must be made only once, such as an order number. Empty: this task",
                group = "options",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "order-4711")
        @Nullable Json idempotencyKey,

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

    /** The options that a task gives, else the defaults. */
    public static CreateOptions orDefault(@Nullable CreateOptions given) {
        return given == null ? new CreateOptions(null, null, null, null) : given;
    }

    /** What keeps a repetition from making a second record, as the form offers it. */
    public enum RepeatProtection {
        AUTOMATIC,
        LOOK_UP_FIRST,
        NONE
    }

    /** What to do with a record that is already there. */
    public OnDuplicate duplicates() {
        return switch (Choice.orElse(onDuplicate, "returnExisting")) {
            case "returnExisting" -> OnDuplicate.RETURN_EXISTING;
            case "updateExisting" -> OnDuplicate.UPDATE_EXISTING;
            case "fail" -> OnDuplicate.FAIL;
            default ->
                throw Failure.invalid(
                        "options.onDuplicate",
                        "is not one of returnExisting, updateExisting, fail: choose one of them");
        };
    }

    /** What keeps a repetition from making a second record. */
    public RepeatProtection protection() {
        return switch (Choice.orElse(repeatProtection, "automatic")) {
            case "automatic" -> RepeatProtection.AUTOMATIC;
            case "lookUpFirst" -> RepeatProtection.LOOK_UP_FIRST;
            case "none" -> RepeatProtection.NONE;
            default ->
                throw Failure.invalid(
                        "options.repeatProtection", "is not one of automatic, lookUpFirst, none: choose one of them");
        };
    }

    /** How long to wait for each answer. */
    public Duration timeout() {
        return TimeoutField.of(timeoutSeconds);
    }

    /** The key that the process names; empty if it names none. */
    public Optional<String> key() {
        if (idempotencyKey == null || idempotencyKey.isBlank()) {
            return Optional.empty();
        }
        return Formats.text(256).check("options.idempotencyKey", idempotencyKey).text();
    }
}
