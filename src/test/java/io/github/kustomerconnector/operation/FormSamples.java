package io.github.kustomerconnector.operation;

import static java.util.stream.Collectors.joining;

import io.github.kustomerconnector.call.Request;
import io.github.kustomerconnector.json.Json;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
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
    private List<String> needed = List.of();
    private Set<String> unsent = Set.of();
    private Set<String> derived = Set.of();

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

    /** The fields without which a task is refused. */
    public FormSamples needed(String... names) {
        needed = List.of(names);
        return this;
    }

    /** Fields that are a part of the path, not of the body. */
    public FormSamples unsent(String... names) {
        unsent = Set.of(names);
        return this;
    }

    /** Fields that the operation fills in from others. */
    public FormSamples derived(String... names) {
        derived = Set.of(names);
        return this;
    }

    /** The fields that have a sample. */
    public Set<String> names() {
        return new TreeSet<>(samples.keySet());
    }

    /** The fields that have a sample and are a part of the body. */
    public Set<String> sentNames() {
        Set<String> names = names();
        names.removeAll(unsent);
        return names;
    }

    /** A task's variables with the samples of the fields that it needs and of these fields. */
    public String variablesWith(String... names) {
        return variables(Stream.concat(needed.stream(), Stream.of(names)).toList());
    }

    /** A task's variables with the samples of the fields that it needs, and more fields as JSON text. */
    public String variablesAnd(String more) {
        return variables(needed, more);
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

    /** A task's variables with all fields that it needs but this one, which has a value that no field accepts. */
    String variablesWithWrong(String name) {
        List<String> others = new ArrayList<>(needed);
        others.remove(name);
        return variables(others, "\"%s\":[[[true]]]".formatted(name));
    }

    /** A task's variables with the fields that it needs and this one as an additional field. */
    String variablesWithAdditional(String name) {
        return variablesAnd(
                "\"additionalFields\":{\"%s\":%s}".formatted(name, sample(name).given()));
    }

    /** The fields of a body but this one and those that the operation fills in from others. */
    Map<String, Json> others(Json body, String name) {
        Map<String, Json> others = new TreeMap<>(body.fields());
        others.keySet().removeAll(derived);
        others.remove(name);
        return others;
    }

    /** The field's full name, as messages contain it. */
    String fullName(String name) {
        return container + "." + name;
    }

    private Sample sample(String name) {
        return Objects.requireNonNull(samples.get(name), name);
    }
}
