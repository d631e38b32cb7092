package io.github.kustomerconnector.http;

import org.jspecify.annotations.Nullable;

/** The result of sending a file to the file store. */
public sealed interface UploadReply {

    /** The file store has the file. */
    record Stored() implements UploadReply {}

    /** The file store refuses the file for good. */
    record Refused(int status) implements UploadReply {}

    /**
     * The file store may not have the file. A retry is safe, because it replaces the file.
     *
     * @param status null without an answer
     * @param problem continues "the upload": "answered 503"
     */
    record Failed(@Nullable Integer status, String problem) implements UploadReply {}
}
