package io.github.kustomerconnector.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;

/** Fetches one file within a time limit. Redirects are not followed. */
final class Download {

    private final HttpClient client;
    private final LongSupplier nanoTime;
    private final Duration limit;
    private final long start;

    Download(HttpClient client, LongSupplier nanoTime, Duration limit) {
        this.client = client;
        this.nanoTime = nanoTime;
        this.limit = limit;
        start = nanoTime.getAsLong();
    }

    <T> DownloadReply<T> fetch(HttpRequest request, long most, FileSink<T> sink) {
        if (Thread.currentThread().isInterrupted()) {
            return new DownloadReply.Failed<>(null, "the thread was interrupted");
        }
        CompletableFuture<HttpResponse<InputStream>> pending = client.sendAsync(request, BodyHandlers.ofInputStream());
        try {
            return read(pending.get(left().toNanos(), TimeUnit.NANOSECONDS), most, sink);
        } catch (TimeoutException e) {
            pending.cancel(true);
            return new DownloadReply.Failed<>(null, tooLate());
        } catch (InterruptedException e) {
            pending.cancel(true);
            Thread.currentThread().interrupt();
            return new DownloadReply.Failed<>(null, "the thread was interrupted during the download");
        } catch (ExecutionException e) {
            return new DownloadReply.Failed<>(null, "the file store can't be reached");
        }
    }

    private <T> DownloadReply<T> read(HttpResponse<InputStream> response, long most, FileSink<T> sink) {
        int status = response.statusCode();
        try (FileContent content = new FileContent(response.body(), most, left())) {
            if (status != 200) {
                return notOk(status);
            }
            if (response.headers().firstValueAsLong("Content-Length").orElse(0) > most) {
                return new DownloadReply.TooLarge<>();
            }
            return taken(content, sink);
        } catch (IOException e) {
            return new DownloadReply.Failed<>(status, "the connection to the file store broke");
        }
    }

    /** A reader may hide that the content ended early, so the content is asked in each case. */
    private <T> DownloadReply<T> taken(FileContent content, FileSink<T> sink) {
        try {
            T made = sink.take(content);
            return content.problem().map(this::<T>failed).orElseGet(() -> new DownloadReply.Done<>(made));
        } catch (IOException e) {
            return content.problem()
                    .map(this::<T>failed)
                    .orElseGet(() -> new DownloadReply.Failed<>(null, String.valueOf(e.getMessage())));
        }
    }

    private <T> DownloadReply<T> failed(FileContent.Problem problem) {
        return switch (problem) {
            case TOO_LARGE -> new DownloadReply.TooLarge<>();
            case TOO_LATE -> new DownloadReply.Failed<>(null, tooLate());
            case BROKEN -> new DownloadReply.Failed<>(null, "the connection to the file store broke");
        };
    }

    private static <T> DownloadReply<T> notOk(int status) {
        return Reply.isTemporary(status)
                ? new DownloadReply.Failed<>(status, "the file store answered " + status)
                : new DownloadReply.Refused<>(status);
    }

    private Duration left() {
        return limit.minusNanos(nanoTime.getAsLong() - start);
    }

    private String tooLate() {
        return "no complete file within " + limit.toSeconds() + " s";
    }
}
