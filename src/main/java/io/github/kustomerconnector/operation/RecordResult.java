package io.github.kustomerconnector.operation;

import io.github.kustomerconnector.json.Json;
import java.util.stream.Stream;

/** A result with the attributes and relationships of one record, which a task may not need. */
public sealed interface RecordResult permits FoundRecord, WrittenRecord {

    /** The result with only the parts that are asked for. A part that is left out is an empty object. */
    RecordResult with(boolean attributes, boolean relationships);

    /** The texts of the result outside its parts. */
    Stream<String> texts();

    /** The attributes and the relationships, unless there is no record. */
    Stream<Json> parts();
}
