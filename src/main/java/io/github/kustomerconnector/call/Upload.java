package io.github.kustomerconnector.call;

import io.github.kustomerconnector.json.Json;

/**
 * A document that is uploaded to Kustomer as an attachment before the request that refers to it.
 *
 * @param field the field that contains it, such as {@code message.attachments[0]}
 * @param request announces the file to Kustomer. It is the same for each delivery of a job, so a repeat replaces the
 *     file
 * @param length in bytes, at most {@link #MAX_BYTES}
 * @param reference the document reference of the process
 */
public record Upload(String field, Request request, String name, String contentType, long length, Json reference) {

    /** The largest file that is uploaded, in bytes. */
    public static final long MAX_BYTES = 25L * 1024 * 1024;
}
