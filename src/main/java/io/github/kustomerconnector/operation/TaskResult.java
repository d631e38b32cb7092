package io.github.kustomerconnector.operation;

import io.github.kustomerconnector.json.Json;
import java.util.stream.Stream;

/** A result whose texts can be searched without its JSON. */
public interface TaskResult {

    /** The texts of the result outside its parts. */
    Stream<String> texts();

    /** The JSON values of the result, unless there are none. */
    Stream<Json> parts();
}
