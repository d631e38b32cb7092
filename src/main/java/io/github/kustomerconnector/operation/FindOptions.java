package io.github.kustomerconnector.operation;

import io.camunda.connector.generator.dsl.Property.FeelMode;
import io.camunda.connector.generator.java.annotation.TemplateProperty;
import io.camunda.connector.generator.java.annotation.TemplateProperty.DropdownPropertyChoice;
import io.camunda.connector.generator.java.annotation.TemplateProperty.Pattern;
import io.camunda.connector.generator.java.annotation.TemplateProperty.PropertyConstraints;
import io.camunda.connector.generator.java.annotation.TemplateProperty.PropertyType;
import io.github.kustomerconnector.call.Call;
import io.github.kustomerconnector.call.Failure;
import io.github.kustomerconnector.call.Lookup;
import io.github.kustomerconnector.field.Choice;
import io.github.kustomerconnector.json.Json;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a look-up behaves.
 *
 * @param ifAbsent {@code continue} if null
 * @param timeoutSeconds 1 to 60; 30 if null
 */
public record FindOptions(
        @TemplateProperty(
                label = "If there is no such record",
                description = "The result's found says whether there is one",
                group = "options",
                type = PropertyType.Dropdown,
                choices = {
                    @DropdownPropertyChoice(value = "continue", label = "Continue with found = false"),
                    @DropdownPropertyChoice(value = "fail", label = "Fail with KUSTOMER_NOT_FOUND")
                },
                defaultValue = "continue",
                constraints = @PropertyConstraints(notEmpty = true))
        @Nullable String ifAbsent,

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
    public static FindOptions orDefault(@Nullable FindOptions given) {
        return given == null ? new FindOptions(null, null) : given;
    }

    /** Whether it is a failure if there is no such record. */
    public boolean required() {
        return switch (Choice.orElse(ifAbsent, "continue")) {
            case "continue" -> false;
            case "fail" -> true;
            default -> throw Failure.invalid("options.ifAbsent", "is not one of continue, fail: choose one of them");
        };
    }

    /** The call that tries these look-ups, the strongest identifier first. */
    public Call.Find find(TaskIdentity task, List<Lookup> lookups) {
        return new Call.Find(task.derived(), lookups, required(), timeout());
    }

    /** The call that tries this look-up. */
    public Call.Find find(TaskIdentity task, Lookup lookup) {
        return find(task, List.of(lookup));
    }

    /** How long to wait for each answer. */
    public Duration timeout() {
        return TimeoutField.of(timeoutSeconds);
    }
}
