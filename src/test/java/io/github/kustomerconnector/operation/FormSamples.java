package io.github.kustomerconnector.operation;

import static java.util.stream.Collectors.joining;

import io.github.kustomerconnector.call.Request;
import io.github.kustomerconnector.json.Json;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A valid value for each field of a form, and what is sent for it. */
public final class FormSamples {

    private record Sample(String given, String sent) {}

    private final String container;
    private final TreeMap<String, Sample> samples = new TreeMap<>();

    /** @param container the input that holds the fields, such as {@code note} */
    public FormSamples(String container) {
        this.container = container;
    }

    /** A value that is sent as it is given. */
    public FormSamples with(String name, String value) {
        return with(name, value, value);
    }

    /** A value, and what is sent for it. */
    public FormSamples with(String name, String given, String sent) {
        samples.put(name, new Sample(given, sent));
        return this;
    }

    /** The fields that have a sample. */
    public Set<String> names() {
        return new TreeSet<>(samples.keySet());
    }

    /** A task's variables with the samples of these fields. */
    public String variables(Collection<String> names) {
        return variables(names, "");
    }

    /** A task's variables with the samples of these fields, and more fields as JSON text. */
    public String variables(Collection<String> names, String more) {
        return Stream.concat(
                        names.stream()
                                .distinct()
                                .map(name ->
                                        "\"%s\":%s".formatted(name, sample(name).given())),
                        Stream.of(more).filter(text -> !text.isEmpty()))
                .collect(joining(",", "{\"" + container + "\":{", "}}"));
    }

    /** What is sent for the field's sample. */
    public Json sent(String name) {
        return JsonText.json(sample(name).sent());
    }

    /** What a request sends for a field. */
    public static Optional<Json> sent(Request request, String name) {
        return JsonText.json(Bound.sent(request)).field(name);
    }

    private Sample sample(String name) {
        return Objects.requireNonNull(samples.get(name), name);
    }
}
