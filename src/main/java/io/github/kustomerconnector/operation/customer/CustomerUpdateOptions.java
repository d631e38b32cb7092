package io.github.kustomerconnector.operation.customer;

import io.camunda.connector.generator.dsl.Property.FeelMode;
import io.camunda.connector.generator.java.annotation.TemplateProperty;
import io.camunda.connector.generator.java.annotation.TemplateProperty.DropdownPropertyChoice;
import io.camunda.connector.generator.java.annotation.TemplateProperty.Pattern;
import io.camunda.connector.generator.java.annotation.TemplateProperty.PropertyConstraints;
import io.camunda.connector.generator.java.annotation.TemplateProperty.PropertyType;
import io.github.kustomerconnector.call.Failure;
import io.github.kustomerconnector.field.Choice;
import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.operation.UpdateOptions;
import org.jspecify.annotations.Nullable;

/**
 * How a customer is changed, beside the fields that are set.
 *
 * @param lists {@code replace} if null
 * @param clear the names of fields to empty; null for none
 * @param rev the revision that the customer must be at; null for any
 */
public record CustomerUpdateOptions(
        @TemplateProperty(
                label = "E-mails, phones and other lists",
                description = "Add keeps what the customer has. Tags can only be replaced",
                group = "moreFields",
                type = PropertyType.Dropdown,
                choices = {
                    @DropdownPropertyChoice(value = "replace", label = "Replace by what is given"),
                    @DropdownPropertyChoice(value = "add", label = "Add what is given")
                },
                defaultValue = "replace",
                constraints = @PropertyConstraints(notEmpty = true))
        @Nullable String lists,

        @TemplateProperty(
                label = "Fields to empty",
                description = "Names with commas between them, such as birthdayAt, custom.planStr, or a list",
                tooltip = "A field that this form leaves empty stays as it is in Kustomer.",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "birthdayAt, custom.planStr")
        @Nullable Json clear,

        @TemplateProperty(
                label = "Only at revision",
                description = "Fails if the customer was changed since: the attribute rev of the customer you read",
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

    /** What a task gives, else nothing. */
    static CustomerUpdateOptions orNone(@Nullable CustomerUpdateOptions given) {
        return given == null ? new CustomerUpdateOptions(null, null, null) : given;
    }

    /** What is emptied, and the revision. */
    UpdateOptions fields() {
        return new UpdateOptions(clear, rev);
    }

    /** Whether entries are added to lists, rather than put in their place. */
    boolean adds() {
        return switch (Choice.orElse(lists, "replace")) {
            case "replace" -> false;
            case "add" -> true;
            default -> throw Failure.invalid("change.lists", "is not one of replace, add: choose one of them");
        };
    }
}
