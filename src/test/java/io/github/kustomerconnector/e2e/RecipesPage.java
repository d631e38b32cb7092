package io.github.kustomerconnector.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The blocks of values on the page {@code docs/recipes.md}. */
final class RecipesPage {
    private static final Path FILE = Path.of("docs/recipes.md");

    private RecipesPage() {}

    /** The titles of the recipes. */
    static Set<String> titles() {
        Set<String> titles = new LinkedHashSet<>();
        lines().stream().filter(line -> line.startsWith("## ")).forEach(line -> titles.add(line.substring(3)));
        return titles;
    }

    /**
     * The values of the block of a kind below a title, such as {@code form}.
     *
     * @throws java.util.NoSuchElementException if there is none
     */
    static Map<String, String> values(String title, String kind) {
        List<String> lines = lines();
        List<String> section = lines.subList(lines.indexOf("## " + title) + 1, lines.size());
        List<String> block = section.subList(section.indexOf("```" + kind) + 1, section.size());
        Map<String, String> values = new LinkedHashMap<>();
        List<String> ids = new ArrayList<>();
        for (String line : block.subList(0, block.indexOf("```"))) {
            if (line.startsWith(" ")) {
                values.merge(ids.getLast(), "\n" + line, String::concat);
            } else {
                String[] parts = line.split(": ", 2);
                ids.add(parts[0]);
                values.put(parts[0], parts[1]);
            }
        }
        return values;
    }

    private static List<String> lines() {
        try {
            return Files.readAllLines(FILE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
