package io.github.kustomerconnector.operation;

import io.camunda.connector.generator.dsl.Property.FeelMode;
import io.camunda.connector.generator.java.annotation.TemplateProperty;
import io.camunda.connector.generator.java.annotation.TemplateProperty.Pattern;
import io.camunda.connector.generator.java.annotation.TemplateProperty.PropertyConstraints;
import io.camunda.connector.generator.java.annotation.TemplateProperty.PropertyType;
import io.github.kustomerconnector.call.Request;
import io.github.kustomerconnector.call.Revision;
import io.github.kustomerconnector.field.BodyBuilder;
import io.github.kustomerconnector.field.Formats;
import io.github.kustomerconnector.json.Json;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The options of an update, besides the fields to set.
 *
 * @param clear the names of the fields to clear; null for none
 * @param rev the revision that the record must have; null for any
 */
public record UpdateOptions(
        @TemplateProperty(
                label = "Fields to clear",
                description = "Field names separated by commas, such as tags, custom.planStr, or a list",
                tooltip =
                        "An empty field in this form stays unchanged in Kustomer. A field named here loses its value.",
                group = "moreFields",
                type = PropertyType.String,
                feel = FeelMode.optional)
        @Nullable Json clear,

        @TemplateProperty(
                label = "Only at revision",
                description = "The revision you read (attribute rev). The task fails if the record has changed since",
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
    public static UpdateOptions orDefault(@Nullable UpdateOptions given) {
        return given == null ? new UpdateOptions(null, null) : given;
    }

    /**
     * Adds the fields to clear and the revision to the body of an update.
     *
     * @param empties the empty value of each field that can be cleared
     */
    public BodyBuilder applyTo(BodyBuilder body, Map<String, Json> empties) {
        return body.clear("change.clear", clear, empties)
                .put("change.rev", "rev", rev, Formats.integer(0, 999_999_999));
    }

    /**
     * The revision that the update requires.
     *
     * @param checked the body of the update that requires it
     * @param read the GET of the record
     */
    public static Revision revision(Map<String, Json> checked, Request read) {
        return Optional.ofNullable(checked.get("rev"))
                .flatMap(Json::scalar)
                .<Revision>map(number ->
                        new Revision.Given(Long.parseLong(number), read, Objects.hash(read.checksum(), checked)))
                .orElseGet(Revision.Any::new);
    }
}
