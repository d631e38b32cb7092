package io.github.kustomerconnector.demo;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The real Kustomer. */
record KustomerTarget(String baseUrl, String apiKey) implements Target {

    /** The organisation that the environment names; empty unless it has a key and a place. */
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
        // Nothing was opened.
    }

    @Override
    public String toString() {
        return description();
    }

    private static Optional<String> value(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }
}
