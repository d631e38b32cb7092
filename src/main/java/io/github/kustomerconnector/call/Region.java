package io.github.kustomerconnector.call;

import java.net.URI;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The region that stores an organization. A key works in its own region only ("Regions and base URLs",
 * developer.kustomer.com).
 */
public enum Region {
    US("United States", "prod1", "https://api.kustomerapp.com"),
    EU("European Union", "prod2", "https://api.prod2.kustomerapp.com"),
    INDIA("India", "prod4", "https://api.prod4.kustomerapp.com");

    private static final Pattern MISMATCH = Pattern.compile(
            "associated with pod ([\\w-]{1,64}).{0,40}?handled by (?:pod )?([\\w-]{1,64})",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private final String label;
    private final String pod;
    private final URI base;

    Region(String label, String pod, String base) {
        this.label = label;
        this.pod = pod;
        this.base = URI.create(base);
    }

    /** The base URL of the region's API. */
    public URI base() {
        return base;
    }

    /** The region of a pod; empty if the pod is unknown. */
    public static Optional<Region> ofPod(String pod) {
        return Arrays.stream(values())
                .filter(region -> region.pod.equalsIgnoreCase(pod))
                .findFirst();
    }

    /**
     * The plain explanation of an error text that reports a key of another region; empty for any other text.
     *
     * @param mayShow whether a message may show the name of an unknown pod
     */
    public static Optional<String> mismatch(String text, Predicate<String> mayShow) {
        Matcher matcher = MISMATCH.matcher(text);
        if (!matcher.find()) {
            return Optional.empty();
        }
        String home = named(matcher.group(1), mayShow);
        return Optional.of("the API key belongs to " + home + ", but the request went to "
                + named(matcher.group(2), mayShow)
                + ". Choose " + home + " as the task's region, or the organization's own address");
    }

    private static String named(String pod, Predicate<String> mayShow) {
        return ofPod(pod)
                .map(region -> "the region " + region.label + " (" + pod + ")")
                .orElse(mayShow.test(pod) ? "another region (" + pod + ")" : "another region");
    }
}
