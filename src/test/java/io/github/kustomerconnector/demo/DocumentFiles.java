package io.github.kustomerconnector.demo;

import io.github.kustomerconnector.engine.EmbeddedCamunda;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Start variables that are documents: {@code {"documentFile": "examples/import.jsonl"}} names the file. */
final class DocumentFiles {
    private static final String KEY = "documentFile";

    private DocumentFiles() {}

    /** The variables with a document of the runtime in place of each file. */
    static Map<String, Object> stored(EmbeddedCamunda camunda, Map<String, Object> variables) {
        Map<String, Object> stored = new LinkedHashMap<>(variables);
        stored.replaceAll((name, value) -> value instanceof Map<?, ?> map && map.containsKey(KEY)
                ? document(camunda, Path.of(String.valueOf(map.get(KEY))))
                : value);
        return stored;
    }

    private static Map<String, Object> document(EmbeddedCamunda camunda, Path file) {
        try {
            return camunda.document(String.valueOf(file.getFileName()), Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException("There is no file " + file, e);
        }
    }
}
