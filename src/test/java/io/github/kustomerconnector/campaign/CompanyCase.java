package io.github.kustomerconnector.campaign;

import static io.github.kustomerconnector.campaign.FaultTarget.ANY;
import static io.github.kustomerconnector.campaign.FaultTarget.CREATE;
import static io.github.kustomerconnector.campaign.FaultTarget.LOOK_UP;
import static io.github.kustomerconnector.campaign.FaultTarget.UPDATE;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.kustomerconnector.campaign.WritePlan.Trait;
import io.github.kustomerconnector.connector.JobEnding;
import io.github.kustomerconnector.simulator.KustomerSimulator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Create or Update Kustomer Company, with none, one or two companies of another client. */
final class CompanyCase implements WriteCase {

    static final WritePlan PLAN = WritePlan.of(CompanyCase::new, Trait.PROTECTED_BY_LOOK_UP)
            .faultsIn(CREATE, CREATE, UPDATE, UPDATE, LOOK_UP, LOOK_UP, ANY)
            .variants(
                    "name",
                    "externalId",
                    "name existing",
                    "externalId existing",
                    "name existing rival",
                    "id existing",
                    "name twice",
                    "externalId twice");

    private static final String TYPE = "company";

    private final WriteScenario scenario;
    private final KustomerSimulator kustomer;
    private final List<String> existing = new ArrayList<>();
    private volatile boolean rivalWrote;

    CompanyCase(WriteScenario scenario, KustomerSimulator kustomer) {
        this.scenario = scenario;
        this.kustomer = kustomer;
        kustomer.seedRecord(TYPE, "{\"name\": \"%s and others\"}".formatted(name()));
        int number = scenario.has("twice") ? 2 : scenario.has("existing") ? 1 : 0;
        for (int i = 0; i < number; i++) {
            existing.add(kustomer.seedRecord(TYPE, """
                    {"name": "%s", "externalId": "crm-%s", "createdAt": "%s",
                     "domains": [{"domain": "old.example.org"}]}""".formatted(
                            scenario.has("externalId") ? "Old" : name(), scenario.digits(), TaskFields.LONG_AGO)));
        }
        if (scenario.has("rival")) {
            kustomer.beforeNextStore(request -> {
                kustomer.updateRecord(TYPE, existing.getFirst(), """
                        {"domains": [{"domain": "old.example.org"}, {"domain": "rival.example.org"}]}""");
                rivalWrote = true;
            });
        }
    }

    @Override
    public ObjectNode fields() {
        ObjectNode fields = WriteCase.object();
        ObjectNode company = fields.putObject("company")
                .put("name", name())
                .put("employeeCount", 7)
                .put("domains", "new.example.org");
        if (scenario.has("externalId")) {
            company.put("externalId", "crm-" + scenario.digits());
        }
        ObjectNode options = fields.putObject("options").put("match", scenario.has("id") ? "id" : "automatic");
        if (scenario.has("id")) {
            options.put("companyId", existing.getFirst());
        }
        return fields;
    }

    @Override
    public int duplicates() {
        return Math.max(0, own().size() - Math.max(1, existing.size()));
    }

    @Override
    public boolean isAsAsked() {
        if (scenario.has("twice")) {
            return own().stream()
                    .allMatch(company -> company.at("/attributes/employeeCount").asInt() == 0);
        }
        if (own().size() != 1) {
            return false;
        }
        JsonNode attributes = own().getFirst().path("attributes");
        return attributes.path("name").asText().equals(name())
                && attributes.path("employeeCount").asInt() == 7
                && new TreeSet<>(attributes.path("domains").findValuesAsText("domain")).equals(domains());
    }

    private Set<String> domains() {
        Set<String> domains = new TreeSet<>(Set.of("new.example.org"));
        if (!existing.isEmpty()) {
            domains.add("old.example.org");
        }
        if (rivalWrote) {
            domains.add("rival.example.org");
        }
        return domains;
    }

    /** A repeat finds the company with everything already, so its outcome is {@code existing}. */
    @Override
    public Optional<String> untruth(JsonNode result) {
        if (scenario.has("twice")) {
            return Optional.of("completed with one of two companies");
        }
        String id = own().isEmpty() ? "" : own().getFirst().path("id").asText();
        boolean repeats = scenario.isRedelivered() || !kustomer.injected().isEmpty();
        if (existing.isEmpty()) {
            return WriteCase.expected(
                    result, id, scenario.usesRuntimes() ? List.of("created", "existing") : List.of("created"));
        }
        return WriteCase.expected(result, id, repeats ? List.of("updated", "existing") : List.of("updated"));
    }

    @Override
    public boolean mayFail(JobEnding.Failed failed) {
        return scenario.has("twice")
                && failed.code().equals("KUSTOMER_DUPLICATE")
                && ScenarioResult.namedIds(failed).equals(Set.copyOf(existing));
    }

    /** The companies without the one that only has a similar name. */
    private List<ObjectNode> own() {
        return kustomer.records(TYPE).stream()
                .filter(company -> !company.at("/attributes/name").asText().endsWith("and others"))
                .toList();
    }

    private String name() {
        return "Acme " + scenario.digits();
    }
}
