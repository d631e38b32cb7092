package io.github.kustomerconnector.operation;

/** A result with the attributes and relationships of one record, which a task may not need. */
public sealed interface RecordResult extends TaskResult permits FoundRecord, WrittenRecord {

    /** The result with only the parts that are asked for. A part that is left out is an empty object. */
    RecordResult with(boolean attributes, boolean relationships);
}
