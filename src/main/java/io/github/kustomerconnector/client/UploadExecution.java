package io.github.kustomerconnector.client;

import io.github.kustomerconnector.call.Documents;
import io.github.kustomerconnector.call.Failure;
import io.github.kustomerconnector.call.FailureDetails;
import io.github.kustomerconnector.call.KustomerException;
import io.github.kustomerconnector.call.Upload;
import io.github.kustomerconnector.http.Reading;
import io.github.kustomerconnector.http.RequestSession;
import io.github.kustomerconnector.http.UploadReply;
import io.github.kustomerconnector.http.Verdict;
import io.github.kustomerconnector.json.Json;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Uploads documents to Kustomer, one after the other. It announces each, and then sends it without the API key to the
 * file store that the answer names. A failure here has created no record, so the job may be retried. For one execution.
 */
final class UploadExecution {

    private final RequestSession session;
    private final Documents documents;

    UploadExecution(RequestSession session, Documents documents) {
        this.session = session;
        this.documents = documents;
    }

    /** @throws KustomerException if a document can't be read or uploaded */
    void run(List<Upload> uploads) {
        uploads.forEach(this::upload);
    }

    private void upload(Upload upload) {
        UploadTarget target = announce(upload);
        URI address = address(upload, target);
        try (Counted content = new Counted(documents.open(upload.reference()))) {
            UploadReply reply = session.upload(address, upload, target.fields(), content);
            if (content.isOtherThan(upload.length())) {
                throw Failure.invalid(
                        upload.field(),
                        "does not have the length in its metadata, which is " + upload.length() + " bytes");
            }
            requireStored(upload, reply);
        } catch (IOException | UncheckedIOException e) {
            throw Failure.unreadableDocument(details(upload, null), upload.field(), e);
        }
    }

    private UploadTarget announce(Upload upload) {
        return switch (session.send(upload.request(), UploadTarget.READING)) {
            case Verdict.Done<UploadTarget> done -> done.content();
            case Verdict.NotDone<UploadTarget> other -> throw other.exception();
        };
    }

    private URI address(Upload upload, UploadTarget target) {
        try {
            return FileAddress.of(target.url(), session.endpoint().base());
        } catch (FileAddress.UnusableException e) {
            throw unreadable(upload, String.valueOf(e.getMessage()));
        }
    }

    private static KustomerException unreadable(Upload upload, String problem) {
        return new KustomerException(new Failure.Unreadable(
                details(upload, null), upload.request() + " names an upload address " + problem));
    }

    private static void requireStored(Upload upload, UploadReply reply) {
        switch (reply) {
            case UploadReply.Stored stored -> {
                // Nothing more to do.
            }
            case UploadReply.Refused refused ->
                throw new KustomerException(new Failure.Rejected(
                        details(upload, refused.status()),
                        upload.field() + ": the upload answered " + refused.status()));
            case UploadReply.Failed failed ->
                throw new KustomerException(new Failure.Unavailable(
                        details(upload, failed.status()), upload.field() + ": the upload " + failed.problem(), null));
        }
    }

    private static FailureDetails details(Upload upload, @Nullable Integer status) {
        return new FailureDetails(status, null, upload.field(), null, "POST", null);
    }

    /** Counts the bytes of a document while a thread of the JDK's client reads it. */
    private static final class Counted extends FilterInputStream {

        private final AtomicLong count = new AtomicLong();
        private volatile boolean isAtEnd;

        Counted(InputStream content) {
            super(content);
        }

        /** Whether the bytes read show that the document does not have {@code length} bytes. */
        boolean isOtherThan(long length) {
            return count.get() > length || (isAtEnd && count.get() < length);
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            counted(one < 0 ? one : 1);
            return one;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read = super.read(into, offset, length);
            counted(read);
            return read;
        }

        private void counted(int read) {
            if (read < 0) {
                isAtEnd = true;
            } else {
                count.addAndGet(read);
            }
        }
    }

    /**
     * The address for a file.
     *
     * @param fields to send before the file
     */
    record UploadTarget(String url, Json fields) {

        /** The address in the answer to an announcement. */
        static final Reading<UploadTarget> READING = new Reading<>(
                "upload address",
                body -> body.json()
                        .flatMap(json -> json.at("meta", "upload"))
                        .flatMap(upload -> upload.field("url")
                                .flatMap(Json::text)
                                .map(url -> new UploadTarget(
                                        url, upload.field("fields").orElse(Json.NULL)))));
    }
}
