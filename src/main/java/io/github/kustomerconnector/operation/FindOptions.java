package io.github.kustomerconnector.operation;

import io.camunda.connector.generator.dsl.Property.FeelMode;
import io.camunda.connector.generator.java.annotation.TemplateProperty;
import io.camunda.connector.generator.java.annotation.TemplateProperty.DropdownPropertyChoice;
import io.camunda.connector.generator.java.annotation.TemplateProperty.Pattern;
import io.camunda.connector.generator.java.annotation.TemplateProperty.PropertyConstraints;
import io.camunda.connector.generator.java.annotation.TemplateProperty.PropertyType;
import io.github.kustomerconnector.call.Lookup;
import io.github.kustomerconnector.call.Query;
import io.github.kustomerconnector.field.Choice;
import io.github.kustomerconnector.json.Json;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The options of a look-up.
 *
 * @param ifAbsent {@code continue} if null
 * @param timeoutSeconds 1 to 60; 30 if null
 */
public record FindOptions(
        @TemplateProperty(
                label = "If no record is found",
                description = "The result field found is true or false",
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

    /** The options of the task, else the defaults. */
    public static FindOptions orDefault(@Nullable FindOptions given) {
        return given == null ? new FindOptions(null, null) : given;
    }

    /** Whether an absent record is a failure. */
    public boolean required() {
        return switch (Choice.orElse(ifAbsent, "continue")) {
            case "continue" -> false;
            case "fail" -> true;
            default -> throw Choice.unknown("options.ifAbsent", "continue", "fail");
        };
    }

    /**
     * These options, checked before anything is sent.
     *
     * @throws io.github.kustomerconnector.call.KustomerException if a choice is unknown
     */
    public FindOptions checked() {
        required();
        return this;
    }

    /** The call that runs these look-ups, the strongest identifier first. */
    public Query.Find find(TaskIdentity task, List<Lookup> lookups) {
        return new Query.Find(task.derived(), lookups, required(), timeout());
    }

    /** The call that runs this look-up. */
    public Query.Find find(TaskIdentity task, Lookup lookup) {
        return find(task, List.of(lookup));
    }

    /** The timeout of each request. */
    public Duration timeout() {
        return TimeoutField.of(timeoutSeconds);
    }
}
