package io.github.kustomerconnector.http;

import org.jspecify.annotations.Nullable;

/**
 * The result of fetching a file from the file store.
 *
 * @param <T> what was made of the content
 */
public sealed interface DownloadReply<T> {

    /** The whole file was read. */
    record Done<T>(T content) implements DownloadReply<T> {}

    /** The file is larger than allowed. Reading stopped there. */
    record TooLarge<T>() implements DownloadReply<T> {}

    /** The file store refuses to return the file. */
    record Refused<T>(int status) implements DownloadReply<T> {}

    /**
     * The file was not read as a whole, or what was made of it failed.
     *
     * @param status null without an answer
     * @param problem a sentence part: "the file store answered 503"
     */
    record Failed<T>(@Nullable Integer status, String problem) implements DownloadReply<T> {}
}
