package io.github.kustomerconnector.operation.customer;

import io.camunda.connector.generator.dsl.Property.FeelMode;
import io.camunda.connector.generator.java.annotation.TemplateProperty;
import io.camunda.connector.generator.java.annotation.TemplateProperty.DropdownPropertyChoice;
import io.camunda.connector.generator.java.annotation.TemplateProperty.Pattern;
import io.camunda.connector.generator.java.annotation.TemplateProperty.PropertyConstraints;
import io.camunda.connector.generator.java.annotation.TemplateProperty.PropertyType;
import io.github.kustomerconnector.field.Choice;
import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.operation.UpdateOptions;
import org.jspecify.annotations.Nullable;

/**
 * The options of a customer's update, besides the fields to set.
 *
 * @param lists {@code add} if null
 * @param clear the names of the fields to clear; null for none
 * @param rev the revision that the customer must have; null for any
 */
public record CustomerUpdateOptions(
        @TemplateProperty(
                label = "E-mails, phones and other lists",
                description = "What to do with the existing entries. Tags can only be replaced",
                group = "customer",
                type = PropertyType.Dropdown,
                choices = {
                    @DropdownPropertyChoice(value = "add", label = "Add to the existing entries"),
                    @DropdownPropertyChoice(value = "replace", label = "Replace the existing entries")
                },
                defaultValue = "add",
                constraints = @PropertyConstraints(notEmpty = true))
        @Nullable String lists,

        @TemplateProperty(
                label = "Fields to clear",
                description = "Field names separated by commas, such as birthdayAt, custom.planStr, or a list",
                tooltip =
                        "An empty field in this form stays unchanged in Kustomer. A field named here loses its value.",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "birthdayAt, custom.planStr")
        @Nullable Json clear,

        @TemplateProperty(
                label = "Only at revision",
                description = "The revision you read (attribute rev). The task fails if the customer has changed since",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "7",
                constraints =
                        @PropertyConstraints(
                                pattern =
                                        @Pattern(
                                                value = "^(=.*|[0-9]{1,9}|undefined)?$",
                                                message = "must be a whole number")))
        @Nullable Json rev) {

    /** The options of the task, else the defaults. */
    static CustomerUpdateOptions orDefault(@Nullable CustomerUpdateOptions given) {
        return given == null ? new CustomerUpdateOptions(null, null, null) : given;
    }

    /** The options that every update has. */
    UpdateOptions common() {
        return new UpdateOptions(clear, rev);
    }

    /** Whether the update adds entries to lists instead of replacing the lists. */
    boolean addsToLists() {
        return switch (Choice.orElse(lists, "add")) {
            case "add" -> true;
            case "replace" -> false;
            default -> throw Choice.unknown("change.lists", "add", "replace");
        };
    }
}
