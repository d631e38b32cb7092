package io.github.kustomerconnector.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A folder of templates that keeps what it has published: when the version of {@code some.json} is raised, the file before
 * becomes {@code versioned/some-<version>.json}, so that diagrams made with it still find their template.
 */
final class VersionedTemplates {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Pattern SNAPSHOT = Pattern.compile("(.+)-(\\d+)");

    private final Path folder;
    private final Path versioned;

    VersionedTemplates(Path folder) {
        this.folder = folder;
        this.versioned = folder.resolve("versioned");
    }

    /**
     * Writes a template.
     *
     * @throws IllegalArgumentException if its version is lower than the one that is there
     */
    void write(Path file, String json) throws IOException {
        if (Files.exists(file)) {
            int before = version(MAPPER.readTree(file.toFile()));
            int next = version(MAPPER.readTree(json));
            if (next < before) {
                throw new IllegalArgumentException("%s has version %s already: a lower one, %s, would never be offered"
                        .formatted(file.getFileName(), before, next));
            }
            if (next > before) {
                Files.createDirectories(versioned);
                Files.move(file, versioned.resolve(nameOf(file) + "-" + before + ".json"));
            }
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, json);
    }

    /** The templates that are current. */
    List<Path> current() throws IOException {
        return files(folder).filter(file -> !file.startsWith(versioned)).toList();
    }

    /** Where the kept versions do not fit what they are called or the templates that are current. */
    List<String> problems() throws IOException {
        List<String> problems = new ArrayList<>();
        Map<String, JsonNode> current = new TreeMap<>();
        for (Path file : current()) {
            current.put(nameOf(file), MAPPER.readTree(file.toFile()));
        }
        Map<String, Integer> highest = new TreeMap<>();
        for (Path file : Files.exists(versioned) ? files(versioned).toList() : List.<Path>of()) {
            Matcher name = SNAPSHOT.matcher(nameOf(file));
            if (!name.matches() || !current.containsKey(name.group(1))) {
                problems.add(file.getFileName() + " is no earlier version of a template that is there");
                continue;
            }
            JsonNode snapshot = MAPPER.readTree(file.toFile());
            if (version(snapshot) != Integer.parseInt(name.group(2))) {
                problems.add(file.getFileName() + " holds version " + version(snapshot));
            }
            if (!snapshot.path("id").equals(current.get(name.group(1)).path("id"))) {
                problems.add(file.getFileName() + " has another id than the template that is current");
            }
            highest.merge(name.group(1), version(snapshot), Math::max);
        }
        current.forEach((name, template) -> {
            int expected = highest.getOrDefault(name, 0) + 1;
            if (version(template) != expected) {
                problems.add("%s has version %s instead of %s".formatted(name, version(template), expected));
            }
        });
        return problems;
    }

    private static Stream<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().toList().stream();
        }
    }

    private static String nameOf(Path file) {
        return file.getFileName().toString().replaceFirst("\\.json$", "");
    }

    private static int version(JsonNode template) {
        return template.path("version").asInt();
    }
}
