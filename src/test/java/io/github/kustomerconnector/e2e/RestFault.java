package io.github.kustomerconnector.e2e;

import io.github.kustomerconnector.simulator.ClientIds;
import io.github.kustomerconnector.simulator.Fault;
import io.github.kustomerconnector.simulator.Fault.Step;
import io.github.kustomerconnector.simulator.KustomerSimulator;
import io.github.kustomerconnector.simulator.RequestMatcher;
import java.util.Arrays;
import java.util.Map;

/** A fault in the create of a record: a row of the table in {@code docs/saas.md}. */
enum RestFault {
    NONE("no fault"),
    RATE_LIMIT("429 twice, with `Retry-After: 1`"),
    REFUSED("400 with the name of a field"),
    GATEWAY("404 page of a gateway"),
    UNAVAILABLE("503 in place of the create"),
    BROKEN("connection broken before the create"),
    PORTAL("200 with the page of a portal"),
    REDIRECT("302 of a proxy"),
    UNAVAILABLE_AFTERWARDS("503 after the create"),
    PAGE("502 page after the create"),
    LOST("answer lost"),
    CUT("answer cut in the middle"),
    LOST_WITHOUT_IDS("answer lost, and Kustomer ignores given ids"),
    LOOKED_UP_FIRST("the same, connector with *Look up first*");

    private static final String REFUSAL = """
            {"errors": [{"status": 400, "code": "badparam", "source": {"parameter": "name"}}]}""";

    private final String row;

    RestFault(String row) {
        this.row = row;
    }

    static RestFault ofRow(String row) {
        return Arrays.stream(values())
                .filter(fault -> fault.row.equals(row))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no fault with the name: " + row));
    }

    /** The name in the table. */
    String row() {
        return row;
    }

    /** Makes the simulator inject this fault into the creates that match. */
    void plan(KustomerSimulator kustomer, RequestMatcher create) {
        switch (this) {
            case NONE -> {}
            case RATE_LIMIT ->
                kustomer.inject(Fault.status(Step.AFTER_READING, 429, Map.of("Retry-After", "1")), create, 2);
            case REFUSED -> kustomer.inject(Fault.json(Step.AFTER_READING, 400, REFUSAL), create, 1);
            case GATEWAY -> kustomer.inject(Fault.htmlNotFound(Step.AFTER_READING), create, 1);
            case UNAVAILABLE -> kustomer.inject(Fault.status(Step.AFTER_READING, 503, Map.of()), create, 1);
            case BROKEN -> kustomer.inject(Fault.reset(Step.AFTER_READING), create, 1);
            case PORTAL -> kustomer.inject(Fault.htmlSuccess(Step.AFTER_READING), create, 1);
            case REDIRECT ->
                kustomer.inject(Fault.redirect(Step.AFTER_READING, "https://login.example.org/"), create, 1);
            case UNAVAILABLE_AFTERWARDS -> kustomer.inject(Fault.status(Step.AFTER_STORING, 503, Map.of()), create, 1);
            case PAGE -> kustomer.inject(Fault.htmlError(Step.AFTER_STORING), create, 1);
            case LOST -> kustomer.inject(Fault.reset(Step.AFTER_STORING), create, 1);
            case CUT -> kustomer.inject(Fault.halfBody(Step.AFTER_STORING), create, 1);
            case LOST_WITHOUT_IDS, LOOKED_UP_FIRST -> {
                kustomer.settings().clientIds(ClientIds.IGNORED);
                kustomer.inject(Fault.reset(Step.AFTER_STORING), create, 1);
            }
        }
    }
}
