package io.github.kustomerconnector.client;

/** Carries a {@link Failure} to the edge. Has no cause: what causes say may hold what nobody should read. */
public final class KustomerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Failure failure;

    public KustomerException(Failure failure) {
        super(failure.message());
        this.failure = failure;
    }

    public Failure failure() {
        return failure;
    }
}
