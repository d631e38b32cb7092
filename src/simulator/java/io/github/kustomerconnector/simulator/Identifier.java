package io.github.kustomerconnector.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * An identifier of a customer, unique within the organization.
 *
 * @param parameter the field that contains it
 * @param key its kind and its normalized value; equal keys are the same identifier
 */
record Identifier(String parameter, String key) {

    static String externalId(String value) {
        return "externalId:" + value;
    }

    static String email(String value) {
        return "email:" + value.toLowerCase(Locale.ROOT);
    }

    static String phone(String value) {
        return "phone:" + digits(value);
    }

    /** All identifiers in a customer's attributes. Shared identifiers are not unique, so they are left out. */
    static List<Identifier> of(JsonNode attributes) {
        List<Identifier> found = new ArrayList<>();
        if (attributes.path("externalId").isTextual()) {
            found.add(new Identifier(
                    "externalId", externalId(attributes.path("externalId").asText())));
        }
        texts(attributes, "externalIds", "externalId")
                .forEach(v -> found.add(new Identifier("externalIds", externalId(v))));
        texts(attributes, "emails", "email").forEach(v -> found.add(new Identifier("emails", email(v))));
        texts(attributes, "phones", "phone").forEach(v -> found.add(new Identifier("phones", phone(v))));
        texts(attributes, "whatsapps", "phone")
                .forEach(v -> found.add(new Identifier("whatsapps", "whatsapp:" + digits(v))));
        attributes.path("socials").forEach(s -> found.add(new Identifier("socials", social(s))));
        return found;
    }

    private static String social(JsonNode social) {
        String username = social.path("username").asText().toLowerCase(Locale.ROOT);
        return "social:%s:%s".formatted(social.path("type").asText(), username);
    }

    private static Stream<String> texts(JsonNode attributes, String list, String field) {
        return attributes
                .path(list)
                .valueStream()
                .map(entry -> entry.path(field).asText());
    }

    private static String digits(String phone) {
        return phone.replaceAll("\\D", "");
    }
}
