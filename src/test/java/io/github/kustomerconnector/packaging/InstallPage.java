package io.github.kustomerconnector.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The examples on the page {@code docs/install.md}. */
final class InstallPage {

    private static final Path FILE = Path.of("docs/install.md");
    private static final Pattern ENVIRONMENT =
            Pattern.compile("```\\n(CAMUNDA_CLIENT_MODE=self-managed\\n.*?)```", Pattern.DOTALL);

    private static final Pattern RUNTIME = Pattern.compile("```java\\n(package com.example;.*?)```", Pattern.DOTALL);

    private InstallPage() {}

    /** The source of the class for a connector runtime of one's own. */
    static String runtimeClass() throws IOException {
        return RUNTIME.matcher(Files.readString(FILE))
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
    }

    /** The environment of a connector runtime, as a modifiable map. Placeholders are in angle brackets. */
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
