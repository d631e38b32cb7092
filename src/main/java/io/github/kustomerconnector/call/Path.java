package io.github.kustomerconnector.call;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A path below the base URL with its query: once as a template for people and logs, once with the values.
 *
 * @param template such as {@code /v1/customers/email={email}}
 * @param encoded such as {@code /v1/customers/email=ada%40example.org}
 */
public record Path(String template, String encoded) {

    /** The maximum page size of most lists ("Pagination", developer.kustomer.com). */
    public static final int LARGEST_PAGE = 100;

    private static final String TAGS = "/tags";
    private static final String UNRESERVED = "-._~";

    /** A path without values. */
    public static Path of(String path) {
        return new Path(path, path);
    }

    /** The template with its one name in braces replaced by {@code value}, percent-encoded (RFC 3986, 2.1). */
    public static Path of(String template, String value) {
        int open = template.indexOf('{');
        int close = template.indexOf('}', open);
        if (open < 0 || close < 0) {
            throw new IllegalArgumentException("no name in braces: " + template);
        }
        return new Path(template, template.substring(0, open) + encode(value) + template.substring(close + 1));
    }

    /** The template with its two names in braces replaced by {@code first} and {@code second}, percent-encoded. */
    public static Path of(String template, String first, String second) {
        int middle = template.indexOf('}') + 1;
        Path head = of(template.substring(0, middle), first);
        Path tail = of(template.substring(middle), second);
        return new Path(template, head.encoded + tail.encoded);
    }

    /** The path with one more query parameter. The template does not contain it. */
    public Path with(String name, String value) {
        char separator = encoded.indexOf('?') < 0 ? '?' : '&';
        return new Path(template, encoded + separator + encode(name) + '=' + encode(value));
    }

    /** As {@link #with(String, String)}, with a number. */
    public Path with(String name, int value) {
        return with(name, Integer.toString(value));
    }

    /** The record that the path names: the value at the end of a template such as {@code /v1/customers/{id}}. */
    public Optional<String> recordId() {
        return template.endsWith("/{id}") ? Optional.of(valueAfter('/')) : Optional.empty();
    }

    /** The path of the record whose tags this path names; empty for another path. */
    public Optional<Path> taggedRecord() {
        return template.endsWith("/{id}" + TAGS)
                ? Optional.of(new Path(withoutTags(template), withoutTags(encoded)))
                : Optional.empty();
    }

    private static String withoutTags(String path) {
        return path.substring(0, path.length() - TAGS.length());
    }

    private String pathOnly() {
        int query = encoded.indexOf('?');
        return query < 0 ? encoded : encoded.substring(0, query);
    }

    /**
     * The value of {@code {name}} at the end of a template such as {@code /v1/customers/email={email}}.
     *
     * @param name the name in the template, such as {@code email}
     */
    public Optional<String> identifier(String name) {
        return template.endsWith("={" + name + "}") ? Optional.of(valueAfter('=')) : Optional.empty();
    }

    private String valueAfter(char separator) {
        String path = pathOnly();
        return decoded(path.substring(path.lastIndexOf(separator) + 1));
    }

    /** The values of the path and of its query, decoded. */
    public List<String> values() {
        if (encoded.equals(template)) {
            return List.of();
        }
        String path = pathOnly();
        Stream<String> inPath = Stream.of(path.split("[/=,]", -1)).filter(part -> !template.contains(part));
        Stream<String> inQuery = path.equals(encoded)
                ? Stream.empty()
                : Stream.of(encoded.substring(path.length() + 1).split("&", -1))
                        .map(parameter -> parameter.substring(parameter.indexOf('=') + 1));
        return Stream.concat(inPath, inQuery).map(Path::decoded).toList();
    }

    private static String decoded(String value) {
        return URLDecoder.decode(value, StandardCharsets.UTF_8);
    }

    private static String encode(String value) {
        StringBuilder encoded = new StringBuilder(value.length() + 16);
        for (byte b : value.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            if (c < 0x80 && (Character.isLetterOrDigit(c) || UNRESERVED.indexOf(c) >= 0)) {
                encoded.append(c);
            } else {
                encoded.append('%').append(hex(c >> 4)).append(hex(c & 0xf));
            }
        }
        return encoded.toString();
    }

    private static char hex(int digit) {
        return Character.toUpperCase(Character.forDigit(digit, 16));
    }

    /** The template, because the values may be personal. */
    @Override
    public String toString() {
        return template;
    }
}
