package io.github.kustomerconnector.simulator;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A method and a path with what they do.
 *
 * @param path matches the raw path; its group, if any, is the variable part
 * @param roles any one of which is needed; empty if any key will do
 */
record Route(String method, Pattern path, Set<String> roles, Function<Call, Answer> operation) {

    /**
     * @param template a path whose variable part, if any, is written {@code *}
     * @param roles any one of which is needed, parted by spaces
     */
    static Route of(String method, String template, String roles, Function<Call, Answer> operation) {
        String variable = template.contains("=") ? "([^/]+)" : "([^/=]+)";
        Pattern path = Pattern.compile(template.replace("*", variable));
        return new Route(method, path, roles.isEmpty() ? Set.of() : Set.of(roles.split(" ", -1)), operation);
    }

    /** The decoded variable part, if the path is this route's. */
    Optional<String> argument(String rawPath) {
        Matcher matcher = path.matcher(rawPath);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String raw = matcher.groupCount() == 0 ? "" : matcher.group(1);
        return Optional.of(URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.UTF_8));
    }
}
