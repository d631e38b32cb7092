package io.github.kustomerconnector.operation;

import io.camunda.connector.generator.dsl.Property.FeelMode;
import io.camunda.connector.generator.java.annotation.TemplateProperty;
import io.camunda.connector.generator.java.annotation.TemplateProperty.Pattern;
import io.camunda.connector.generator.java.annotation.TemplateProperty.PropertyConstraints;
import io.camunda.connector.generator.java.annotation.TemplateProperty.PropertyType;
import io.github.kustomerconnector.call.Call.Revision;
import io.github.kustomerconnector.call.Request;
import io.github.kustomerconnector.field.BodyBuilder;
import io.github.kustomerconnector.field.Formats;
import io.github.kustomerconnector.json.Json;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a record is changed, beside the fields that are set.
 *
 * @param clear the names of fields to empty; null for none
 * @param rev the revision that the record must be at; null for any
 */
public record UpdateOptions(
        @TemplateProperty(
                label = "Fields to empty",
                description = "Names with commas between them, such as name, custom.planStr, or a list",
                tooltip =
                        "A field that is left empty in this form stays as it is. One that is named here loses its value.",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional)
        @Nullable Json clear,

        @TemplateProperty(
                label = "Only at revision",
                description =
                        "Fails if somebody else has changed the record. The attribute rev of a record says its revision",
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
    public static UpdateOptions orNone(@Nullable UpdateOptions given) {
        return given == null ? new UpdateOptions(null, null) : given;
    }

    /**
     * Puts the fields to empty, and the revision, into the body of a change.
     *
     * @param empties what each field that can be emptied is sent as
     */
    public BodyBuilder applyTo(BodyBuilder body, Map<String, Json> empties) {
        return body.clear("change.clear", clear, empties)
                .put("change.rev", "rev", rev, Formats.integer(0, 999_999_999));
    }

    /**
     * What the change insists on.
     *
     * @param checked the body of the change
     * @param read the GET of the record
     */
    public static Revision revision(Map<String, Json> checked, Request read) {
        return Optional.ofNullable(checked.get("rev"))
                .flatMap(Json::scalar)
                .<Revision>map(number -> new Revision.Given(Long.parseLong(number), read))
                .orElseGet(Revision.Any::new);
    }
}
