package io.github.kustomerconnector.campaign;

import static io.github.kustomerconnector.campaign.FaultTarget.ANY;
import static io.github.kustomerconnector.campaign.FaultTarget.LOOK_UP;
import static io.github.kustomerconnector.campaign.FaultTarget.UPDATE;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.kustomerconnector.simulator.KustomerSimulator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Update Kustomer Customer: by name, by e-mail address, by company, or at a revision. */
final class CustomerUpdateCase implements WriteCase {

    static final WritePlan PLAN = WritePlan.of(CustomerUpdateCase::new)
            .faultsIn(UPDATE, UPDATE, UPDATE, LOOK_UP, LOOK_UP, ANY)
            .variants("name", "name rival", "add", "add rival", "replace", "company", "clear rival", "rev");

    private static final String COMPANY = "5f00000000000000000000c0";
    private static final String OTHER_COMPANY = "5f00000000000000000000c1";

    private final WriteScenario scenario;
    private final KustomerSimulator kustomer;
    private final String id;
    private volatile boolean rivalWrote;

    CustomerUpdateCase(WriteScenario scenario, KustomerSimulator kustomer) {
        this.scenario = scenario;
        this.kustomer = kustomer;
        id = kustomer.seedCustomer("""
                {"name": "Old", "company": "%s", "timeZone": "Europe/Berlin", "emails": [{"email": "%s"}]}""".formatted(COMPANY, email("old")));
        if (scenario.has("rival")) {
            kustomer.beforeNextStore(request -> {
                kustomer.updateCustomer(
                        id,
                        "{\"emails\": [{\"email\": \"%s\"}, {\"email\": \"%s\"}]}"
                                .formatted(email("old"), email("rival")));
                rivalWrote = true;
            });
        }
    }

    @Override
    public ObjectNode fields() {
        ObjectNode fields = WriteCase.object();
        fields.putObject("target").put("id", id);
        ObjectNode customer = fields.putObject("customer").put("name", name());
        ObjectNode change = fields.putObject("change").put("lists", scenario.has("add") ? "add" : "replace");
        if (scenario.has("add") || scenario.has("replace")) {
            customer.put("emails", email("new"));
        }
        if (scenario.has("company")) {
            customer.put("company", OTHER_COMPANY);
        }
        if (scenario.has("clear")) {
            change.putArray("clear").add("timeZone");
        }
        if (scenario.has("rev")) {
            change.put("rev", 1);
        }
        return fields;
    }

    @Override
    public int duplicates() {
        return 0;
    }

    @Override
    public boolean isAsAsked() {
        JsonNode stored = kustomer.customers().stream()
                .filter(customer -> customer.path("id").asText().equals(id))
                .findFirst()
                .map(JsonNode.class::cast)
                .orElse(WriteCase.object());
        return stored.at("/attributes/name").asText().equals(name())
                && new TreeSet<>(stored.at("/attributes/emails").findValuesAsText("email")).equals(emails())
                && stored.at("/attributes/timeZone").isMissingNode() == scenario.has("clear")
                && stored.at("/relationships/company/data/id")
                        .asText()
                        .equals(scenario.has("company") ? OTHER_COMPANY : COMPANY)
                && (!scenario.has("rev") || stored.at("/attributes/rev").asInt() == 2);
    }

    @Override
    public Optional<String> untruth(JsonNode result) {
        return WriteCase.expected(result, id, List.of("updated"));
    }

    private Set<String> emails() {
        Set<String> emails = new TreeSet<>();
        if (!scenario.has("replace")) {
            emails.add(email("old"));
        }
        if (rivalWrote) {
            emails.add(email("rival"));
        }
        if (scenario.has("add") || scenario.has("replace")) {
            emails.add(email("new"));
        }
        return emails;
    }

    private String name() {
        return "Ada " + scenario.digits();
    }

    private String email(String who) {
        return who + scenario.digits() + "@example.org";
    }
}
