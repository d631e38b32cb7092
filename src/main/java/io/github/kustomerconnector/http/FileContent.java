package io.github.kustomerconnector.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The content of a file while it is received. It has a limited size and a time limit, because a server may stop in the
 * middle of a body. It remembers why reading failed, because a reader may hide the exception.
 */
final class FileContent extends FilterInputStream {

    /** Why reading failed. */
    enum Problem {
        TOO_LARGE,
        TOO_LATE,
        BROKEN
    }

    private static final int SKIPPED = 8192;

    private final CompletableFuture<Void> watch = new CompletableFuture<>();
    private final long most;
    private long count;
    private volatile @Nullable Problem problem;

    /** @param most the largest size in bytes */
    FileContent(InputStream content, long most, Duration limit) {
        super(content);
        this.most = most;
        CompletableFuture<Void> unused = watch.orTimeout(Math.max(1, limit.toMillis()), TimeUnit.MILLISECONDS)
                .whenComplete((done, late) -> {
                    if (late != null) {
                        giveUp();
                    }
                });
    }

    /** Why reading failed; empty if it did not. */
    Optional<Problem> problem() {
        return Optional.ofNullable(problem);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int read;
        try {
            read = super.read(into, offset, length);
        } catch (IOException e) {
            throw failed(Problem.BROKEN, e);
        }
        if (problem != null) {
            throw failed(Problem.BROKEN, null);
        }
        count += Math.max(0, read);
        if (count > most) {
            throw failed(Problem.TOO_LARGE, null);
        }
        return read;
    }

    /** Reads the bytes, because skipped ones count too. */
    @Override
    public long skip(long wanted) throws IOException {
        return wanted <= 0 ? 0 : Math.max(0, read(new byte[(int) Math.min(wanted, SKIPPED)]));
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    @Override
    public void close() throws IOException {
        watch.complete(null);
        super.close();
    }

    /** Closes the connection under the reader, which then fails. */
    private void giveUp() {
        problem = Problem.TOO_LATE;
        try {
            super.close();
        } catch (IOException e) {
            // The reader fails in any case.
        }
    }

    private IOException failed(Problem reason, @Nullable IOException cause) {
        if (problem == null) {
            problem = reason;
        }
        return new IOException("the file can't be read", cause);
    }
}
