package io.github.kustomerconnector.simulator;

/** Which description of the Kustomer API a simulator follows. */
@ForOwnTests
public enum Dialect {
    /** The vendor's document and recorded replies: 201, a {@code data} envelope, 400 for an invalid body. */
    LIVE(201, 400),
    /** The requested OpenAPI description: two creates only, 200, a bare resource, 422 for an invalid body. */
    REQUESTED(200, 422);

    private final int created;
    private final int invalid;

    Dialect(int created, int invalid) {
        this.created = created;
        this.invalid = invalid;
    }

    /** The OpenAPI description of this dialect. */
    ApiDescription description() {
        return switch (this) {
            case LIVE -> ApiDescription.live();
            case REQUESTED -> ApiDescription.requested();
        };
    }

    int created() {
        return created;
    }

    int invalid() {
        return invalid;
    }
}
