package io.github.kustomerconnector.demo;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A real Kustomer organization. */
record KustomerTarget(String baseUrl, String apiKey) implements Target {

    /** The organization from the environment; empty without an API key, or without organization and base URL. */
    static Optional<Target> of(Map<String, String> environment) {
        Optional<String> organization = value(environment, "KUSTOMER_ORGANIZATION");
        Optional<String> baseUrl = value(environment, "KUSTOMER_BASE_URL")
                .or(() -> organization.map("https://%s.api.kustomerapp.com"::formatted));
        return value(environment, "KUSTOMER_API_KEY")
                .flatMap(key -> baseUrl.map(place -> new KustomerTarget(place, key)));
    }

    @Override
    public String description() {
        return "Kustomer at " + baseUrl;
    }

    @Override
    public List<String> stored(boolean inFull) {
        return List.of("The records are in " + description());
    }

    @Override
    public void close() {
        // There is nothing to close.
    }

    @Override
    public String toString() {
        return description();
    }

    private static Optional<String> value(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }
}
