package io.github.kustomerconnector.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What the page shows, as JSON text. Lists begin with the newest entry and are cut. It contains no key. */
final class PageState {

    private final KustomerSimulator kustomer;
    private final RequestTraces requests;
    private final PageFaults faults;
    private final ApiKeys keys;

    PageState(KustomerSimulator kustomer, RequestTraces requests, PageFaults faults, ApiKeys keys) {
        this.kustomer = kustomer;
        this.requests = requests;
        this.faults = faults;
        this.keys = keys;
    }

    /**
     * The state.
     *
     * @param conversation the id of the conversation whose timeline is shown; the newest one if it does not exist
     */
    String json(String conversation) {
        ObjectNode state = Json.object().put("url", kustomer.url());
        new PageRecords(kustomer).writeTo(state, conversation);
        PageWebhooks.write(kustomer.webhooks(), state);
        state.set("faults", faults.json());
        state.put("requestCount", requests.count());
        requests.json().forEach(state.withArray("/requests")::add);
        keys.redact(state);
        return state.toString();
    }
}
