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
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** Create or Update Kustomer Customer, with or without another client's customer. */
final class UpsertCase implements WriteCase {

    static final WritePlan PLAN = WritePlan.of(UpsertCase::new, Trait.PROTECTED_BY_KUSTOMER)
            .faultsIn(CREATE, CREATE, UPDATE, UPDATE, LOOK_UP, LOOK_UP, ANY)
            .variants(
                    "email",
                    "externalId",
                    "phone",
                    "email externalId",
                    "email existing",
                    "externalId existing",
                    "email rival",
                    "email externalId foreign");

    private static final String COMPANY = "5f00000000000000000000c0";

    private final WriteScenario scenario;
    private final KustomerSimulator kustomer;
    private final Set<String> before;
    private final List<String> others = new CopyOnWriteArrayList<>();

    UpsertCase(WriteScenario scenario, KustomerSimulator kustomer) {
        this.scenario = scenario;
        this.kustomer = kustomer;
        before = kustomer.customers().stream()
                .map(customer -> customer.path("id").asText())
                .collect(Collectors.toUnmodifiableSet());
        ObjectNode other =
                identifiers().put("name", "Other").put("company", COMPANY).put("createdAt", TaskFields.LONG_AGO);
        other.withArray("/emails").addObject().put("email", "other" + email());
        if (scenario.has("existing")) {
            others.add(kustomer.seedCustomer(other.toString()));
        }
        if (scenario.has("foreign")) {
            others.add(kustomer.seedCustomer(
                    other.put("externalId", "other-" + scenario.digits()).toString()));
        }
        if (scenario.has("rival")) {
            kustomer.beforeNextStore(request -> rival(other));
        }
    }

    /** Creates the rival's customer, unless a second delivery of the job has already created it. */
    private void rival(ObjectNode other) {
        try {
            others.add(kustomer.seedCustomer(other.toString()));
        } catch (IllegalArgumentException tooLate) {
            others.clear();
        }
    }

    @Override
    public ObjectNode fields() {
        ObjectNode fields = WriteCase.object();
        fields.set("customer", identifiers().put("name", name()));
        return fields;
    }

    @Override
    public int duplicates() {
        return Math.max(0, stored().size() - 1);
    }

    @Override
    public boolean isAsAsked() {
        List<ObjectNode> stored = stored();
        if (stored.size() != 1) {
            return false;
        }
        JsonNode customer = stored.getFirst();
        if (scenario.has("foreign")) {
            return customer.at("/attributes/name").asText().equals("Other");
        }
        return customer.at("/attributes/name").asText().equals(name())
                && hasIdentifiers(customer.path("attributes"))
                && (others.isEmpty() || isKept(customer));
    }

    private boolean hasIdentifiers(JsonNode attributes) {
        return (!scenario.has("email")
                        || attributes.path("emails").findValuesAsText("email").contains(email()))
                && (!scenario.has("phone")
                        || attributes.path("phones").findValuesAsText("phone").contains(phone()))
                && (!scenario.has("externalId")
                        || attributes.path("externalId").asText().equals(externalId()));
    }

    private boolean isKept(JsonNode customer) {
        return customer.at("/relationships/company/data/id").asText().equals(COMPANY)
                && customer.at("/attributes/emails").findValuesAsText("email").contains("other" + email());
    }

    @Override
    public Optional<String> untruth(JsonNode result) {
        String id = stored().isEmpty() ? "" : stored().getFirst().path("id").asText();
        boolean mayBeCreated = others.isEmpty() || scenario.has("rival");
        boolean mayBeUpdated = !others.isEmpty() || scenario.usesRuntimes();
        if (scenario.has("foreign")) {
            return Optional.of("completed with the customer of another external id");
        }
        return WriteCase.expected(
                result,
                id,
                mayBeCreated ? mayBeUpdated ? List.of("created", "updated") : List.of("created") : List.of("updated"));
    }

    @Override
    public boolean mayFail(JobEnding.Failed failed) {
        return scenario.has("foreign")
                && failed.code().equals("KUSTOMER_DUPLICATE")
                && ScenarioResult.namedIds(failed).equals(Set.copyOf(others));
    }

    private ObjectNode identifiers() {
        ObjectNode fields = WriteCase.object();
        if (scenario.has("email")) {
            fields.putArray("emails").addObject().put("email", email());
        }
        if (scenario.has("phone")) {
            fields.putArray("phones").addObject().put("phone", phone());
        }
        if (scenario.has("externalId")) {
            fields.put("externalId", externalId());
        }
        return fields;
    }

    private List<ObjectNode> stored() {
        return kustomer.customers().stream()
                .filter(customer -> !before.contains(customer.path("id").asText()))
                .toList();
    }

    private String name() {
        return "Ada " + scenario.digits();
    }

    private String email() {
        return scenario.digits() + "@example.org";
    }

    private String phone() {
        return String.format(Locale.ROOT, "+1555%07d", Math.floorMod(scenario.seed(), 10_000_000L));
    }

    private String externalId() {
        return "crm-" + scenario.digits();
    }
}
