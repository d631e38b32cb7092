package io.github.kustomerconnector.client;

import io.github.kustomerconnector.json.Json;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Brings documents to Kustomer, one after the other: each is announced, and then sent to the file store that the answer names,
 * without the API key. Nothing that fails here has made a record, so all of it may be tried again. For one execution.
 */
final class Uploading {

    private final Exchange exchange;
    private final Documents documents;

    Uploading(Exchange exchange, Documents documents) {
        this.exchange = exchange;
        this.documents = documents;
    }

    /** @throws KustomerException if a document can't be read, or not all of them are at Kustomer in the end */
    void run(List<Upload> uploads) {
        uploads.forEach(this::upload);
    }

    private void upload(Upload upload) {
        UploadTarget target = announce(upload);
        URI address = address(upload, target);
        UploadForm form = new UploadForm("kustomer-" + UUID.randomUUID(), target.fields(), upload);
        try (Counted content = new Counted(documents.open(upload.reference()))) {
            Reply reply = exchange.upload(address, form, content);
            if (content.isOtherThan(upload.length())) {
                throw Failure.invalid(
                        upload.field(), "is not as long as its metadata says, which is " + upload.length() + " bytes");
            }
            settle(upload, reply);
        } catch (IOException e) {
            throw new KustomerException(
                    new Failure.Unavailable(trace(upload, null), upload.field() + ": " + e.getMessage(), null));
        }
    }

    private UploadTarget announce(Upload upload) {
        return switch (exchange.send(upload.request(), UploadTarget.READING)) {
            case Verdict.Done<UploadTarget> done -> done.content();
            case Verdict.NotDone<UploadTarget> other -> throw other.exception();
        };
    }

    /** Personal files go over no open line. */
    private static URI address(Upload upload, UploadTarget target) {
        try {
            URI address = new URI(target.url());
            if (address.getHost() != null && Endpoint.isGuarded(address)) {
                return address;
            }
        } catch (URISyntaxException e) {
            // Refused below.
        }
        throw new KustomerException(new Failure.Unreadable(
                trace(upload, null), upload.request() + " names an upload address that does not begin with https://"));
    }

    private static void settle(Upload upload, Reply reply) {
        switch (reply) {
            case Reply.Answered answered -> refuse(upload, answered.status());
            case Reply.Broken broken -> refuse(upload, broken.status());
            case Reply.Unanswered unanswered -> throw again(upload, null, "got no answer: " + unanswered.problem());
            case Reply.NotSent notSent -> throw again(upload, null, "was not sent: " + notSent.problem());
        }
    }

    private static void refuse(Upload upload, int status) {
        switch (status / 100) {
            case 2 -> {
                // It is there.
            }
            case 5 -> throw again(upload, status, "answered " + status);
            default -> {
                if (status == 408 || status == 425 || status == 429) {
                    throw again(upload, status, "answered " + status);
                }
                throw new KustomerException(new Failure.Rejected(
                        trace(upload, status), upload.field() + ": the upload answered " + status));
            }
        }
    }

    private static KustomerException again(Upload upload, @Nullable Integer status, String problem) {
        return new KustomerException(
                new Failure.Unavailable(trace(upload, status), upload.field() + ": the upload " + problem, null));
    }

    private static Trace trace(Upload upload, @Nullable Integer status) {
        return new Trace(status, null, upload.field(), null, "POST", null);
    }

    /** A document that is counted while it is read, in a thread of the JDK's client. */
    private static final class Counted extends FilterInputStream {

        private final AtomicLong count = new AtomicLong();
        private volatile boolean ended;

        Counted(InputStream content) {
            super(content);
        }

        /** Whether what was read tells for certain that the document has not {@code length} bytes. */
        boolean isOtherThan(long length) {
            return count.get() > length || (ended && count.get() < length);
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
                ended = true;
            } else {
                count.addAndGet(read);
            }
        }
    }

    /**
     * Where a file is to be sent.
     *
     * @param fields to be sent before the file
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
