package io.github.kustomerconnector.client;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where Kustomer keeps an organization: each key works in its own region only ("Regions and base URLs",
 * developer.kustomer.com).
 */
public enum Region {
    US("United States", "prod1", "https://api.kustomerapp.com"),
    EU("European Union", "prod2", "https://api.prod2.kustomerapp.com"),
    INDIA("India", "prod4", "https://api.prod4.kustomerapp.com");

    private static final Pattern MISMATCH = Pattern.compile(
            "associated with pod (\\w+).{0,40}?handled by (?:pod )?(\\w+)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private final String label;
    private final String pod;
    private final URI base;

    Region(String label, String pod, String base) {
        this.label = label;
        this.pod = pod;
        this.base = URI.create(base);
    }

    /** The region's API host, with scheme. */
    public URI base() {
        return base;
    }

    /** The region that a pod is in; empty if the pod is not known. */
    public static Optional<Region> ofPod(String pod) {
        return Arrays.stream(values())
                .filter(region -> region.pod.equalsIgnoreCase(pod))
                .findFirst();
    }

    /** The pod that an answer comes from; empty if the answer does not say, or not in a word. */
    static Optional<String> podOf(HttpHeaders headers) {
        return headers.firstValue("x-kustomer-pod").map(String::strip).filter(pod -> pod.matches("[A-Za-z0-9-]{1,32}"));
    }

    /** What Kustomer means by {@code text}, in plain words, if it says that the key belongs to another region. */
    static Optional<String> mismatch(String text) {
        Matcher matcher = MISMATCH.matcher(text);
        if (!matcher.find()) {
            return Optional.empty();
        }
        String home = named(matcher.group(1));
        return Optional.of("the API key belongs to " + home + ", but the request went to " + named(matcher.group(2))
                + ". Choose " + home + " as the task's region, or the organization's own address");
    }

    private static String named(String pod) {
        return ofPod(pod)
                .map(region -> "the region " + region.label + " (" + pod + ")")
                .orElse("another region (" + pod + ")");
    }
}
