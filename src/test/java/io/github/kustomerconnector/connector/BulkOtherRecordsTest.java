package io.github.kustomerconnector.connector;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.kustomerconnector.simulator.Fault;
import io.github.kustomerconnector.simulator.Fault.Step;
import io.github.kustomerconnector.simulator.KustomerSimulator;
import io.github.kustomerconnector.simulator.RequestMatcher;
import io.github.kustomerconnector.simulator.SimulatorExtension;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Items of a bulk that meet records of others: the results are those of the operations for a single record. */
final class BulkOtherRecordsTest {

    private static final String OTHER = "5f00000000000000000000b2";

    @RegisterExtension
    private final SimulatorExtension simulator = new SimulatorExtension();

    private final KustomerSimulator kustomer = simulator.kustomer();
    private final BulkJobs jobs = new BulkJobs(kustomer);
    private int tasks;

    @ParameterizedTest
    @ValueSource(strings = {"create", "upsert"})
    void several_companies_with_one_external_id_are_an_error_that_names_all(String action) {
        String first = company("{\"name\": \"Acme Ltd\", \"externalId\": \"A-1\"}");
        String second = company("{\"name\": \"Acme Ltd\", \"externalId\": \"A-1\"}");

        JsonNode result = only(run("companies", action, Map.of("name", "Acme Inc", "externalId", "A-1")));

        assertThat(result.path("status").asText()).isEqualTo("error");
        assertThat(result.path("error").asText()).contains("several records have this external ID", first, second);
        assertThat(kustomer.records("company"))
                .noneMatch(each -> each.toString().contains("Acme Inc"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"create", "upsert"})
    void a_deleted_company_is_no_match(String action) {
        String deleted = company("{\"name\": \"Acme Ltd\", \"externalId\": \"A-1\", \"deleted\": true}");

        JsonNode result = only(run("companies", action, Map.of("name", "Acme Ltd", "externalId", "A-1")));

        assertThat(result.path("status").asText()).isEqualTo("created");
        assertThat(result.path("id").asText()).isNotEqualTo(deleted);
    }

    @Test
    void an_upsert_keeps_the_list_entries_of_a_company() {
        company("""
                {"name": "Old", "externalId": "A-1", "domains": [{"domain": "old.example.org"}],
                 "emails": [{"email": "old@acme.example.org", "type": "work"}]}""");

        run(
                "companies",
                "upsert",
                Map.of(
                        "name",
                        "Acme Ltd",
                        "externalId",
                        "A-1",
                        "domains",
                        List.of(Map.of("domain", "acme.example.org")),
                        "emails",
                        List.of(Map.of("email", "OLD@acme.example.org"))));

        JsonNode company = kustomer.records("company").getFirst();
        assertThat(company.at("/attributes/name").asText()).isEqualTo("Acme Ltd");
        assertThat(company.at("/attributes/domains").findValuesAsText("domain"))
                .containsExactlyInAnyOrder("old.example.org", "acme.example.org");
        assertThat(company.at("/attributes/emails/0/type").asText()).isEqualTo("work");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void an_update_keeps_the_list_entries_of_a_customer(boolean withCompany) {
        String acme = company("{\"name\": \"Acme Ltd\"}");
        String id = kustomer.seedCustomer("""
                {"name": "Ada", "company": "%s", "emails": [{"email": "old@example.org", "type": "work"}],
                 "phones": [{"phone": "+18005551212"}]}""".formatted(acme));
        Map<String, Object> item = new HashMap<>(Map.of("id", id, "emails", List.of("ada@example.org")));
        if (withCompany) {
            item.put("company", acme);
        }

        String status = only(run("customers", "update", item)).path("status").asText();

        JsonNode customer = kustomer.customers().getFirst();
        assertThat(status).isEqualTo("updated");
        assertThat(customer.at("/attributes/emails").findValuesAsText("email"))
                .containsExactlyInAnyOrder("old@example.org", "ada@example.org");
        assertThat(customer.at("/attributes/phones")).hasSize(1);
        assertThat(customer.at("/relationships/company/data/id").asText()).isEqualTo(acme);
    }

    @Test
    void an_update_of_a_deleted_customer_is_an_error_of_the_item() {
        String id = kustomer.seedCustomer("{\"name\": \"Ada\", \"deleted\": true}");

        JsonNode result = only(run("customers", "update", Map.of("id", id, "name", "Grace")));

        assertThat(result.path("error").asText()).isEqualTo("There is no record with this ID");
        assertThat(kustomer.customers().getFirst().at("/attributes/name").asText())
                .isEqualTo("Ada");
    }

    @Test
    void an_update_may_restore_a_deleted_company() {
        String id = company("{\"name\": \"Acme Ltd\"}");
        String deleted = "{\"data\":{\"type\":\"company\",\"id\":\"" + id + "\",\"attributes\":{\"deleted\":true,"
                + "\"emails\":[{\"email\":\"old@acme.example.org\"}]}}}";
        kustomer.inject(Fault.json(Step.AFTER_READING, 200, deleted), RequestMatcher.path("/v1/companies/" + id), 1);

        JsonNode result = only(run(
                "companies",
                "update",
                Map.of("id", id, "deleted", false, "emails", List.of(Map.of("email", "new@acme.example.org")))));

        assertThat(result.path("status").asText()).isEqualTo("updated");
        assertThat(kustomer.records("company").getFirst().findValuesAsText("email"))
                .containsExactlyInAnyOrder("old@acme.example.org", "new@acme.example.org");
    }

    @Test
    void a_list_that_the_key_may_not_read_is_an_error_of_the_item() {
        String masked = kustomer.seedCustomer("{\"name\": \"Ada\", \"emails\": [{\"email\": \"****@example.org\"}]}");
        String other = kustomer.seedCustomer("{\"name\": \"Grace\"}");
        List<Map<String, Object>> items = List.of(
                Map.of("id", masked, "emails", "ada@example.org"), Map.of("id", other, "emails", "grace@example.org"));

        JsonNode progress = jobs.toEnd(jobs.run("customers", "update", items), items);

        assertThat(progress.path("updated").asInt()).isEqualTo(1);
        assertThat(progress.at("/failures/0/error").asText()).contains("customer.emails can't be extended");
    }

    @Test
    void an_update_keeps_the_list_entries_of_a_company() {
        String id = company("{\"name\": \"Acme Ltd\", \"domains\": [{\"domain\": \"old.example.org\"}]}");

        JsonNode result = only(
                run("companies", "update", Map.of("id", id, "domains", List.of(Map.of("domain", "acme.example.org")))));

        assertThat(result.path("status").asText()).isEqualTo("updated");
        assertThat(kustomer.records("company")
                        .getFirst()
                        .at("/attributes/domains")
                        .findValuesAsText("domain"))
                .containsExactlyInAnyOrder("old.example.org", "acme.example.org");
    }

    @ParameterizedTest
    @CsvSource({"add, error", "remove, error", "replace, updated", "'', updated"})
    void an_update_of_conversations_adds_and_removes_no_tags(String change, String status) {
        Map<String, Object> item = Map.of("id", conversation(), "tags", List.of("vip"), "changeTags", change);

        JsonNode result = only(run("conversations", "update", item));

        assertThat(result.path("status").asText()).isEqualTo(status);
        assertThat(result.path("error").asText()).contains(status.equals("error") ? "conversation.changeTags" : "");
    }

    @ParameterizedTest
    @CsvSource({"create, customer", "upsert, customer", "create, company", "upsert, company"})
    void a_kobject_of_another_owner_is_an_error(String action, String owner) {
        kustomer.settings().kobjectOwners(true);
        String existing = kustomer.seedRecord(
                "kobject.order",
                "{\"title\": \"Order 7\", \"externalId\": \"O-7\", \"%s\": \"%s\"}".formatted(owner, OTHER));
        String mine = owner.equals("customer")
                ? kustomer.seedCustomer("{\"name\": \"Ada\"}")
                : company("{\"name\": \"Acme Ltd\"}");

        JsonNode result = only(run("kobjects", action, Map.of("title", "Order 8", "externalId", "O-7", owner, mine)));

        assertThat(result.path("status").asText()).isEqualTo("error");
        assertThat(result.path("error").asText()).contains(existing, "same external ID, but another " + owner);
        assertThat(kustomer.records("kobject.order").toString()).doesNotContain("Order 8");
    }

    @Test
    void a_customer_that_is_readable_two_seconds_late_is_found() {
        String id = kustomer.seedCustomer("{\"emails\": [{\"email\": \"ada@example.org\"}]}");
        kustomer.inject(
                Fault.json(
                        Step.AFTER_READING,
                        404,
                        "{\"errors\":[{\"status\":404,\"code\":\"notfound\",\"title\":\"Not Found\"}]}"),
                RequestMatcher.path("/v1/customers/email="),
                2);

        JsonNode result = only(run("customers", "create", Map.of("name", "Ada", "emails", "ada@example.org")));

        assertThat(result.path("status").asText()).isEqualTo("existing");
        assertThat(result.path("id").asText()).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"conversation", "customer"})
    void a_message_of_another_parent_is_an_error(String parent) {
        Map<String, Object> item = new HashMap<>(
                Map.of("channel", "email", "app", "postmark", "direction", "in", "externalId", "M-1", "preview", "Hi"));
        item.put(parent, parent.equals("customer") ? customer() : conversation());
        String id = only(run("messages", "upsert", item)).path("id").asText();
        item.put(parent, parent.equals("customer") ? customer() : conversation());

        JsonNode result = only(run("messages", "upsert", item));

        assertThat(result.path("status").asText()).isEqualTo("error");
        assertThat(result.path("error").asText()).contains(id, "but another " + parent);
        assertThat(kustomer.records("message")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "customers, name",
        "conversations, name",
        "messages, preview",
        "messages, subject",
        "notes, body",
        "companies, name",
        "kobjects, title"
    })
    void one_key_with_two_contents_is_an_error_of_the_second_create(String resource, String field) {
        Map<String, Object> item = new HashMap<>(parents(resource));
        item.put("row", "R-1");
        item.put(field, "The first");
        String id = only(run(resource, "create", item)).path("id").asText();
        Map<String, Object> other = new HashMap<>(item);
        other.put(field, "The second");

        JsonNode refused = only(run(resource, "create", other));
        JsonNode same = only(run(resource, "create", item));
        JsonNode updated = only(run(resource, "upsert", other));

        assertThat(refused.path("status").asText()).isEqualTo("error");
        assertThat(refused.path("error").asText()).contains(id, "but another " + field);
        assertThat(refused.path("error").asText()).doesNotContain("The second", "The first");
        assertThat(same.path("status").asText()).isEqualTo("existing");
        assertThat(updated.path("status").asText()).isEqualTo("updated");
        assertThat(updated.path("id").asText()).isEqualTo(id);
    }

    private Map<String, Object> parents(String resource) {
        return switch (resource) {
            case "conversations" -> Map.of("customer", customer());
            case "messages" ->
                Map.of("conversation", conversation(), "channel", "email", "app", "postmark", "direction", "in");
            case "notes" -> Map.of("conversation", conversation());
            default -> Map.of();
        };
    }

    private String customer() {
        return kustomer.seedCustomer("{\"name\": \"Ada\"}");
    }

    private String conversation() {
        return kustomer.seedConversation("{\"customer\": \"%s\"}".formatted(customer()));
    }

    private String company(String json) {
        return kustomer.seedRecord("company", json);
    }

    private JsonNode run(String resource, String action, Map<String, Object> item) {
        Task task = jobs.run(resource, action, List.of(item)).withElementInstanceKey(6000 + tasks++);
        if (resource.equals("kobjects")) {
            task = task.with("bulk.klass", "order");
        }
        return jobs.toEnd(item.containsKey("row") ? task.with("bulk.key", "row") : task, List.of(item));
    }

    private static JsonNode only(JsonNode progress) {
        assertThat(progress.path("results")).hasSize(1);
        return progress.path("results").get(0);
    }
}
