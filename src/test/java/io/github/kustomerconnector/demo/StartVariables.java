package io.github.kustomerconnector.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The start variables of process instances. The first instance gets them unchanged. For each further instance,
 * numbers at the end of texts are incremented and e-mail addresses get a number before the @.
 */
record StartVariables(Map<String, Object> variables) {
    private static final Pattern NUMBER = Pattern.compile("\\d+$");

    StartVariables {
        variables = new LinkedHashMap<>(variables);
    }

    /**
     * Reads a JSON object.
     *
     * @throws IllegalArgumentException if the file is not a JSON object
     */
    static StartVariables read(Path file) throws IOException {
        try {
            return new StartVariables(new ObjectMapper().readValue(Files.readString(file), new TypeReference<>() {}));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(file + " is not a JSON object", e);
        }
    }

    /**
     * The start variables of one instance.
     *
     * @param instance counted from 0
     */
    Map<String, Object> of(int instance) {
        Map<String, Object> own = new LinkedHashMap<>(variables);
        if (instance > 0) {
            own.replaceAll((name, value) -> value instanceof String text ? counted(text, instance) : value);
        }
        return own;
    }

    private static String counted(String text, int instance) {
        int at = text.indexOf('@');
        if (at > 0) {
            return text.substring(0, at) + "+" + instance + text.substring(at);
        }
        return NUMBER.matcher(text).replaceFirst(number -> {
            String next = new BigInteger(number.group())
                    .add(BigInteger.valueOf(instance))
                    .toString();
            return "0".repeat(Math.max(0, number.group().length() - next.length())) + next;
        });
    }
}
