package io.github.kustomerconnector.operation.record;

import io.camunda.connector.generator.dsl.Property.FeelMode;
import io.camunda.connector.generator.java.annotation.TemplateProperty;
import io.camunda.connector.generator.java.annotation.TemplateProperty.DropdownPropertyChoice;
import io.camunda.connector.generator.java.annotation.TemplateProperty.PropertyCondition;
import io.camunda.connector.generator.java.annotation.TemplateProperty.PropertyConstraints;
import io.camunda.connector.generator.java.annotation.TemplateProperty.PropertyType;
import io.github.kustomerconnector.json.Json;
import org.jspecify.annotations.Nullable;

/** The record to find, as the form sets it; null means not set. {@link FindRecord} checks the values. */
public record RecordQuery(
        @TemplateProperty(
                label = "Record type",
                description = "The type of the record to find",
                group = "record",
                type = PropertyType.Dropdown,
                choices = {
                    @DropdownPropertyChoice(value = "queue", label = "Queue"),
                    @DropdownPropertyChoice(value = "user", label = "User"),
                    @DropdownPropertyChoice(value = "team", label = "Team"),
                    @DropdownPropertyChoice(value = "company", label = "Company"),
                    @DropdownPropertyChoice(value = "tag", label = "Tag"),
                    @DropdownPropertyChoice(value = "klass", label = "Klass")
                },
                defaultValue = "queue",
                constraints = @PropertyConstraints(notEmpty = true))
        @Nullable String kind,

        @TemplateProperty(
                label = "Find by",
                description = "How to find the record. A name is compared with up to 2,000 records",
                group = "record",
                type = PropertyType.Dropdown,
                choices = {
                    @DropdownPropertyChoice(value = "name", label = "Name"),
                    @DropdownPropertyChoice(value = "id", label = "Kustomer ID"),
                    @DropdownPropertyChoice(value = "key", label = "Key"),
                    @DropdownPropertyChoice(value = "email", label = "E-mail"),
                    @DropdownPropertyChoice(value = "externalId", label = "External ID")
                },
                defaultValue = "name",
                constraints = @PropertyConstraints(notEmpty = true))
        @Nullable String by,

        @TemplateProperty(
                label = "Name",
                description =
                        "The name in Kustomer, such as Complaints for a queue. A name in the same case has precedence",
                group = "record",
                type = PropertyType.String,
                feel = FeelMode.optional,
                condition = @PropertyCondition(property = "record.by", equals = "name"),
                constraints = @PropertyConstraints(notEmpty = true))
        @Nullable Json name,

        @TemplateProperty(
                label = "ID",
                description = "The Kustomer ID, 24 digits from 0-9 and a-f. For a klass: its name",
                group = "record",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "5f9f1a2b3c4d5e6f7a8b9c0d",
                condition = @PropertyCondition(property = "record.by", equals = "id"),
                constraints = @PropertyConstraints(notEmpty = true))
        @Nullable Json id,

        @TemplateProperty(
                label = "Key",
                description = "The key of the queue, which is the same in each environment",
                group = "record",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "complaints",
                condition = @PropertyCondition(property = "record.by", equals = "key"),
                constraints = @PropertyConstraints(notEmpty = true))
        @Nullable Json key,

        @TemplateProperty(
                label = "E-mail",
                description = "The e-mail address of the user",
                group = "record",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "ada@example.org",
                condition = @PropertyCondition(property = "record.by", equals = "email"),
                constraints = @PropertyConstraints(notEmpty = true))
        @Nullable Json email,

        @TemplateProperty(
                label = "External ID",
                description = "The company's ID in your system",
                group = "record",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "C-4711",
                condition = @PropertyCondition(property = "record.by", equals = "externalId"),
                constraints = @PropertyConstraints(notEmpty = true))
        @Nullable Json externalId,

        @TemplateProperty(
                label = "If several records match",
                description = "The result field ids lists all of them",
                group = "options",
                type = PropertyType.Dropdown,
                choices = {
                    @DropdownPropertyChoice(value = "fail", label = "Fail with KUSTOMER_DUPLICATE"),
                    @DropdownPropertyChoice(value = "first", label = "Continue with the first one")
                },
                defaultValue = "fail",
                constraints = @PropertyConstraints(notEmpty = true))
        @Nullable String ifSeveral,

        @TemplateProperty(
                label = "Deactivated users and teams",
                description = "Whether a look-up by name or e-mail finds them",
                group = "options",
                type = PropertyType.Dropdown,
                choices = {
                    @DropdownPropertyChoice(value = "false", label = "Leave out"),
                    @DropdownPropertyChoice(value = "true", label = "Include")
                },
                defaultValue = "false",
                condition =
                        @PropertyCondition(
                                property = "record.kind",
                                oneOf = {"user", "team"}),
                constraints = @PropertyConstraints(notEmpty = true))
        @Nullable String includeDeactivated) {

    /** The query of the task; without any field if it sets none. */
    static RecordQuery orEmpty(@Nullable RecordQuery given) {
        return given == null ? new RecordQuery(null, null, null, null, null, null, null, null, null) : given;
    }
}
