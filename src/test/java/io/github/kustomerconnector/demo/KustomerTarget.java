package io.github.kustomerconnector.demo;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A real Kustomer organization. */
record KustomerTarget(String baseUrl, String apiKey) implements Target {

    /**
     * The organization from the environment; empty without any variable of Kustomer.
     *
     * @throws IllegalArgumentException if the key or the address is missing
     */
    static Optional<Target> of(Map<String, String> environment) {
        Optional<String> key = value(environment, "KUSTOMER_API_KEY");
        Optional<String> baseUrl = value(environment, "KUSTOMER_BASE_URL")
                .or(() -> value(environment, "KUSTOMER_ORGANIZATION").map(KustomerTarget::address));
        if (key.isPresent() != baseUrl.isPresent()) {
            throw new IllegalArgumentException(
                    key.isPresent()
                            ? "KUSTOMER_API_KEY is set, but neither KUSTOMER_ORGANIZATION nor KUSTOMER_BASE_URL"
                            : "KUSTOMER_ORGANIZATION or KUSTOMER_BASE_URL is set, but not KUSTOMER_API_KEY");
        }
        return key.map(secret -> new KustomerTarget(baseUrl.orElseThrow(), secret));
    }

    private static String address(String organization) {
        if (!organization.matches("[A-Za-z0-9-]+")) {
            throw new IllegalArgumentException(
                    "KUSTOMER_ORGANIZATION must be the name alone, such as acme; for an address use KUSTOMER_BASE_URL");
        }
        return "https://%s.api.kustomerapp.com".formatted(organization);
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
