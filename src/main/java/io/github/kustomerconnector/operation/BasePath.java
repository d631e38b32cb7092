package io.github.kustomerconnector.operation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The path of a base URL. It is compared as servers read it: with percent encoding decoded, and without parameters and
 * dot segments (RFC 3986, 3.3 and 5.2.4).
 *
 * @param given as the task gives it, without a slash at the end
 */
record BasePath(String given) {

    private static final Pattern VERSION = Pattern.compile("(?i)v[0-9]+(\\.[0-9]+)?");

    private static final Set<String> DOTS = Set.of(".", "..");

    /**
     * Whether it ends in a version, or has dot segments, which could remove what is before them. A prefix of a proxy
     * may contain a version, but not end in one.
     */
    boolean hasVersionOrDots() {
        List<String> names = resolved();
        return names().stream().anyMatch(DOTS::contains)
                || (!names.isEmpty() && VERSION.matcher(names.getLast()).matches());
    }

    /** The path to give instead. */
    String withoutVersion() {
        List<String> names = resolved();
        while (!names.isEmpty() && VERSION.matcher(names.getLast()).matches()) {
            names.removeLast();
        }
        return names.stream()
                .map(name -> "/" + URLEncoder.encode(name, UTF_8).replace("+", "%20"))
                .collect(Collectors.joining());
    }

    /** What is after {@code prefix}; the whole path if it does not begin with it. */
    String after(String prefix) {
        return given.startsWith(prefix) ? given.substring(prefix.length()) : given;
    }

    private List<String> resolved() {
        List<String> resolved = new ArrayList<>();
        for (String name : names()) {
            if (!DOTS.contains(name)) {
                resolved.add(name);
            } else if (name.equals("..") && !resolved.isEmpty()) {
                resolved.removeLast();
            }
        }
        return resolved;
    }

    private List<String> names() {
        return Arrays.stream(URLDecoder.decode(given.replace("+", "%2B"), UTF_8).split("/"))
                .map(segment -> segment.replaceFirst(";.*", "").strip())
                .filter(name -> !name.isEmpty())
                .toList();
    }
}
