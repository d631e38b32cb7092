package io.github.kustomerconnector.operation.api;

import io.camunda.connector.generator.dsl.Property.FeelMode;
import io.camunda.connector.generator.java.annotation.TemplateProperty;
import io.camunda.connector.generator.java.annotation.TemplateProperty.DropdownPropertyChoice;
import io.camunda.connector.generator.java.annotation.TemplateProperty.Pattern;
import io.camunda.connector.generator.java.annotation.TemplateProperty.PropertyCondition;
import io.camunda.connector.generator.java.annotation.TemplateProperty.PropertyConstraints;
import io.camunda.connector.generator.java.annotation.TemplateProperty.PropertyType;
import io.github.kustomerconnector.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * The request in the form; null means not set. {@link ApiPath} and {@link CallKustomerApi} check the values.
 *
 * @param method {@code GET} if null
 */
public record ApiRequest(
        @TemplateProperty(
                label = "Method",
                description = "The HTTP method from Kustomer's documentation",
                group = "request",
                type = PropertyType.Dropdown,
                choices = {
                    @DropdownPropertyChoice(value = "GET", label = "GET"),
                    @DropdownPropertyChoice(value = "POST", label = "POST"),
                    @DropdownPropertyChoice(value = "PUT", label = "PUT"),
                    @DropdownPropertyChoice(value = "PATCH", label = "PATCH"),
                    @DropdownPropertyChoice(value = "DELETE", label = "DELETE")
                },
                defaultValue = "GET",
                constraints = @PropertyConstraints(notEmpty = true))
        @Nullable String method,

        @TemplateProperty(
                label = "Path",
                description = "The path after the server. It begins with /v1/, /v2/, /v2.1/ or /v3/",
                tooltip =
                        "Spaces, @ and similar characters are encoded, as in <code>=\"/v1/customers/email=\" + email</code>. A /, ?, comma or % in a value is not encoded and can call another address. Check untrusted values, for example with <code>matches(id, \"^[0-9a-f]{24}$\")</code>.",
                exampleValue = "/v1/users/current",
                group = "request",
                type = PropertyType.String,
                feel = FeelMode.optional,
                constraints =
                        @PropertyConstraints(
                                notEmpty = true,
                                pattern =
                                        @Pattern(
                                                value = "^(=.*|\\s*/v(1|2|2\\.1|3)/.+|undefined)?$",
                                                message = "must begin with /v1/, /v2/, /v2.1/ or /v3/")))
        @Nullable Json path,

        @TemplateProperty(
                label = "Query",
                description = "A context of names and values, such as {page: 2, pageSize: 50}",
                tooltip = "All values are encoded.",
                group = "request",
                type = PropertyType.Text,
                feel = FeelMode.required)
        @Nullable Json query,

        @TemplateProperty(
                label = "Body",
                description = "A context or a list, sent as JSON, such as {name: \"Ada Lovelace\"}",
                group = "request",
                type = PropertyType.Text,
                feel = FeelMode.required,
                condition =
                        @PropertyCondition(
                                property = "request.method",
                                oneOf = {"POST", "PUT", "PATCH", "DELETE"}))
        @Nullable Json body) {}
