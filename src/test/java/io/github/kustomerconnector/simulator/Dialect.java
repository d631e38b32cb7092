package io.github.kustomerconnector.simulator;

/** The description of Kustomer's API that a simulator speaks. */
public enum Dialect {
    /** As the vendor's own document and recorded exchanges have it: 201, a {@code data} envelope, 400 for a wrong body. */
    LIVE(201, 400),
    /** As the requested OpenAPI description has it: two creates, 200, a bare resource, 422 for a wrong body. */
    REQUESTED(200, 422);

    private final int created;
    private final int invalid;

    Dialect(int created, int invalid) {
        this.created = created;
        this.invalid = invalid;
    }

    /** The description itself. */
    public Contract contract() {
        return switch (this) {
            case LIVE -> Contract.live();
            case REQUESTED -> Contract.requested();
        };
    }

    int created() {
        return created;
    }

    int invalid() {
        return invalid;
    }
}
