package io.github.kustomerconnector.client;

import io.github.kustomerconnector.json.Json;

/**
 * A document of the process that goes to Kustomer as an attachment, before the request that refers to it.
 *
 * @param field where the process gives it, such as {@code message.attachments[0]}
 * @param request announces the file to Kustomer; the same for each delivery of a job, so that a repetition replaces the file by
 *     itself
 * @param length in bytes, at most {@link #MAX_BYTES}
 * @param reference what the process holds of the document
 */
public record Upload(String field, Request request, String name, String contentType, long length, Json reference) {

    /** The largest file that is uploaded, in bytes. */
    public static final long MAX_BYTES = 25L * 1024 * 1024;
}
