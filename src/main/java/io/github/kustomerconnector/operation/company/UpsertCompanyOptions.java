package io.github.kustomerconnector.operation.company;

import io.camunda.connector.generator.dsl.Property.FeelMode;
import io.camunda.connector.generator.java.annotation.TemplateProperty;
import io.camunda.connector.generator.java.annotation.TemplateProperty.DropdownPropertyChoice;
import io.camunda.connector.generator.java.annotation.TemplateProperty.Pattern;
import io.camunda.connector.generator.java.annotation.TemplateProperty.PropertyCondition;
import io.camunda.connector.generator.java.annotation.TemplateProperty.PropertyConstraints;
import io.camunda.connector.generator.java.annotation.TemplateProperty.PropertyType;
import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.operation.IdField;
import io.github.kustomerconnector.operation.TimeoutField;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The options of {@link UpsertCompany}.
 *
 * @param match {@code automatic} if null
 * @param companyId the Kustomer id, for a match by id
 * @param timeoutSeconds 1 to 60; 30 if null
 */
public record UpsertCompanyOptions(
        @TemplateProperty(
                label = "Find the company by",
                description = "The company that this finds is updated. If there is none, a new one is created",
                tooltip =
                        "Kustomer keeps neither external IDs nor names unique. Several companies with the same one end in KUSTOMER_DUPLICATE. Names are compared without regard to case. A company ID only updates.",
                group = "options",
                type = PropertyType.Dropdown,
                choices = {
                    @DropdownPropertyChoice(value = "automatic", label = "External ID if it is set, else name"),
                    @DropdownPropertyChoice(value = "externalId", label = "External ID"),
                    @DropdownPropertyChoice(value = "name", label = "Name"),
                    @DropdownPropertyChoice(value = "id", label = "Company ID")
                },
                defaultValue = "automatic",
                constraints = @PropertyConstraints(notEmpty = true))
        @Nullable String match,

        @TemplateProperty(
                label = "Company ID",
                description = "The Kustomer ID, such as companyId of an earlier task",
                group = "options",
                type = PropertyType.String,
                feel = FeelMode.optional,
                defaultValue = "=companyId",
                condition = @PropertyCondition(property = "options.match", equals = "id"),
                constraints =
                        @PropertyConstraints(
                                notEmpty = true,
                                pattern = @Pattern(value = IdField.PATTERN, message = IdField.MESSAGE)))
        @Nullable Json companyId,

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
    static UpsertCompanyOptions orDefault(@Nullable UpsertCompanyOptions given) {
        return given == null ? new UpsertCompanyOptions(null, null, null) : given;
    }

    /** The timeout of each request. */
    Duration timeout() {
        return TimeoutField.of(timeoutSeconds);
    }
}
