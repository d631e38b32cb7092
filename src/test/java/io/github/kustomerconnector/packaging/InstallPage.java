package io.github.kustomerconnector.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What {@code docs/install.md} tells people to write. */
final class InstallPage {

    private static final Path FILE = Path.of("docs/install.md");
    private static final Pattern ENVIRONMENT =
            Pattern.compile("```\\n(CAMUNDA_CLIENT_MODE=self-managed\\n.*?)```", Pattern.DOTALL);

    private InstallPage() {}

    /** The environment of a connector runtime of one's own, to be changed; what people put in themselves is in angle brackets. */
    static Map<String, String> environment() throws IOException {
        MatchResult block = ENVIRONMENT
                .matcher(Files.readString(FILE))
                .results()
                .findFirst()
                .orElseThrow();
        Map<String, String> environment = new TreeMap<>();
        block.group(1)
                .lines()
                .map(line -> line.split("=", 2))
                .forEach(variable -> environment.put(variable[0], variable[1]));
        return environment;
    }
}
