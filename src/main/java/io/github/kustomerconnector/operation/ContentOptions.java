package io.github.kustomerconnector.operation;

import io.camunda.connector.generator.java.annotation.TemplateProperty;
import io.camunda.connector.generator.java.annotation.TemplateProperty.DropdownPropertyChoice;
import io.camunda.connector.generator.java.annotation.TemplateProperty.PropertyConstraints;
import io.camunda.connector.generator.java.annotation.TemplateProperty.PropertyType;
import io.github.kustomerconnector.call.Failure;
import io.github.kustomerconnector.field.Choice;
import io.github.kustomerconnector.json.Json;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a create does without any data. Kustomer accepts such a record, but most of them come from an expression whose
 * variable does not exist.
 *
 * @param ifEmpty {@code fail} if null
 */
public record ContentOptions(
        @TemplateProperty(
                label = "If all fields are empty",
                description = "A field is empty if its expression names a variable that does not exist",
                group = "moreFields",
                type = PropertyType.Dropdown,
                choices = {
                    @DropdownPropertyChoice(value = "fail", label = "Fail with KUSTOMER_INVALID_INPUT"),
                    @DropdownPropertyChoice(value = "create", label = "Create the record without any data")
                },
                defaultValue = "fail",
                constraints = @PropertyConstraints(notEmpty = true))
        @Nullable String ifEmpty) {

    /**
     * Refuses a record without data, unless the task requests one.
     *
     * @param container the input that holds the fields, such as {@code customer}
     * @param given the checked fields
     * @param frame the fields that are no data, such as the time of an import
     * @param fill what to fill in, as the message names it
     * @throws io.github.kustomerconnector.call.KustomerException with {@link Failure.InvalidInput} if no field has data
     */
    public static void requireData(
            @Nullable ContentOptions options,
            String container,
            Map<String, Json> given,
            Set<String> frame,
            String fill) {
        boolean mayBeEmpty = options != null && options.createsEmpty();
        if (!mayBeEmpty && !hasData(given, frame)) {
            throw Failure.invalid(container, "has no data: fill in " + fill + ", or choose create in content.ifEmpty");
        }
    }

    private static boolean hasData(Map<String, Json> given, Set<String> frame) {
        for (Map.Entry<String, Json> field : given.entrySet()) {
            if (!frame.contains(field.getKey()) && !field.getValue().isBlank()) {
                return true;
            }
        }
        return false;
    }

    private boolean createsEmpty() {
        return switch (Choice.orElse(ifEmpty, "fail")) {
            case "fail" -> false;
            case "create" -> true;
            default -> throw Choice.unknown("content.ifEmpty", "fail", "create");
        };
    }
}
