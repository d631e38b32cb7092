package io.github.kustomerconnector.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/**
 * Holds every endpoint of the simulator against Kustomer's documentation: the list of its operations, and the schemas
 * of requests and replies in {@code contract}.
 */
final class EndpointsTest {

    private static final Path OPERATIONS = Path.of("src/test/resources/coverage/operations.txt");
    private static final Path PAGE = Path.of("docs/simulator.md");
    /** A time in another form than Kustomer's, which is UTC with milliseconds. */
    private static final Pattern ODD_TIME =
            Pattern.compile("\"\\d{4}-\\d\\d-\\d\\dT(?!\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z\")[^\"]*\"");

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([A-Z]+ /\\S+)` \\| (.+) \\|$");

    /** One request a line: {@code name = METHOD path body}. {@code {name}} is the id of the record of that line. */
    private static final String SAMPLES = """
        customer = POST /v1/customers {"name": "Ada", "externalId": "C-1", "emails": [{"email": "ada@example.org"}], "phones": [{"phone": "+12025550143"}]}
        second = POST /v1/customers {"name": "Ada"}
        - = GET /v1/customers/email=ada%40example.org
        - = GET /v1/customers/phone=%2B12025550143
        - = GET /v1/customers/externalId=C-1
        - = POST /v1/customers/merges {"source": "{second}", "target": "{customer}"}
        - = GET /v1/customers/{customer}/merges
        - = GET /v1/customers/{customer}
        - = PATCH /v1/customers/{customer} {"name": "Ada Lovelace"}
        - = PUT /v1/customers/{customer} {"name": "Ada Lovelace"}
        conversation = POST /v1/conversations {"customer": "{customer}", "name": "Lamp", "externalId": "K-1"}
        - = POST /v1/customers/{customer}/conversations {"name": "Lamp"}
        - = GET /v1/customers/{customer}/conversations
        - = GET /v1/conversations/externalId=K-1
        - = GET /v1/conversations/{conversation}
        - = PATCH /v1/conversations/{conversation} {"status": "done"}
        - = PUT /v1/conversations/{conversation} {"status": "open"}
        - = POST /v1/conversations/{conversation}/tags ["vip"]
        - = DELETE /v1/conversations/{conversation}/tags ["vip"]
        note = POST /v1/conversations/{conversation}/notes {"body": "calls back"}
        - = GET /v1/conversations/{conversation}/notes
        - = GET /v1/notes/{note}
        - = PUT /v1/notes/{note} {"body": "called back", "conversation": "{conversation}"}
        - = PATCH /v1/notes/{note} {"body": "called back"}
        message = POST /v1/conversations/{conversation}/messages {"channel": "email", "app": "postmark", "preview": "Hi", "direction": "in", "externalId": "M-1"}
        - = POST /v1/messages {"conversation": "{conversation}", "customer": "{customer}", "channel": "email", "app": "postmark", "preview": "Hi", "direction": "in"}
        - = POST /v1/customers/{customer}/messages {"channel": "email", "app": "postmark", "preview": "Hi", "direction": "in"}
        - = GET /v1/conversations/{conversation}/messages
        - = GET /v1/customers/{customer}/messages
        - = GET /v1/messages/externalid=M-1
        - = GET /v1/messages/{message}
        - = PUT /v1/messages/{message} {"preview": "Ho"}
        - = PATCH /v1/messages/{message} {"preview": "Ho"}
        - = GET /v1/messages/{withFile}/attachments/{file}
        draft = POST /v1/customers/{customer}/drafts {"channel": "sms", "body": "Hi"}
        - = GET /v1/customers/{customer}/drafts
        - = PUT /v1/drafts/{draft} {"channel": "sms", "body": "Ho"}
        attachment = POST /v1/attachments {"name": "a", "contentType": "a/b", "contentLength": 1}
        - = PUT /v1/attachments/{attachment} {"name": "a", "contentType": "a/b", "contentLength": 1}
        company = POST /v1/companies {"name": "Acme"}
        - = GET /v1/companies
        - = GET /v1/companies/{company}
        - = PUT /v1/companies/{company} {"name": "Acme"}
        order = POST /v1/klasses/order {"title": "Order 7", "externalId": "O-7", "customer": "{customer}"}
        - = POST /v1/customers/{customer}/klasses/order {"title": "Order 8"}
        - = GET /v1/customers/{customer}/klasses/order
        - = GET /v1/companies/{company}/klasses/order
        - = GET /v1/klasses/order/externalId=O-7
        - = GET /v1/klasses/order/{order}
        - = PUT /v1/klasses/order/{order} {"title": "Order 9"}
        - = DELETE /v1/klasses/order/{order}
        klass = POST /v1/klasses {"name": "lamp"}
        - = GET /v1/klasses
        - = GET /v1/klasses/{klass}
        - = PUT /v1/klasses/{klass} {"displayName": "Lamp"}
        - = DELETE /v1/klasses/{klass}
        - = GET /v1/users/current
        - = GET /v1/users
        - = POST /v1/users {"name": "Joan", "email": "joan@example.org"}
        - = GET /v1/users/{user}
        - = GET /v1/teams
        - = GET /v1/teams/{team}
        - = GET /v1/tags
        - = GET /v1/tags/{tag}
        - = GET /v1/metadata/customer
        queue = POST /v1/routing/queues {"name": "Lamps"}
        - = GET /v1/routing/queues
        - = GET /v1/routing/queues/{queue}
        item = POST /v1/routing/work-items {"resource": {"id": "{conversation}", "type": "conversation"}, "queue": {"id": "{queue}"}}
        - = GET /v1/routing/work-items/{item}
        - = PUT /v1/routing/work-items/{item} {"paused": true, "rev": 1}
        - = GET /v1/routing/conversations/{conversation}/work-items
        - = GET /v1/routing/queues/{queue}/work-items
        - = GET /v1/routing/queues/{queue}/work-sessions
        - = GET /v1/conversations/{conversation}/times
        - = GET /v2/conversations/{conversation}/times
        - = GET /v1/chat/queues/metrics/{queue}
        - = POST /v1/customers/search {"and": [{"customer_name": {"equals": "Ada"}}]}
        - = POST /v1/customers/archive/search {"and": [{"customer_updated_at": {"gte": "2016-01-01"}}]}
        - = GET /v1/auth/tokens/current
        - = GET /v1/hooks/web
        - = GET /v1/hooks/web/{hook}
        - = POST /v1/hooks/web/0123456789abcdef {"order": 1}
        - = GET /v1/hooks/web/{hook}/transactions
        - = GET /v1/workflows
        - = GET /v1/workflows/{workflow}
        webhook = POST /v1/outbound-webhooks {"name": "w", "url": "https://example.org/hook", "events": ["kustomer.customer.create"]}
        - = GET /v1/outbound-webhooks
        - = GET /v1/outbound-webhooks/events
        - = GET /v1/outbound-webhooks/{webhook}
        - = PUT /v1/outbound-webhooks/{webhook} {"enabled": false}
        - = DELETE /v1/outbound-webhooks/{webhook}
        bulk = POST /v1/customers/bulk [{"name": "Bob"}]
        - = PUT /v1/customers/bulk [{"id": "{customer}", "name": "Ada"}]
        - = DELETE /v1/customers/bulk?ids={third}
        - = GET /v1/bulk/{bulk}
        - = GET /v1/bulk/{bulk}/batches
        - = POST /v1/conversations/bulk [{"customer": "{customer}"}]
        - = PUT /v1/conversations/bulk [{"id": "{conversation}", "name": "Lamp"}]
        - = DELETE /v1/conversations/bulk?ids={other}
        - = POST /v1/messages/bulk [{"conversation": "{conversation}", "customer": "{customer}", "channel": "email", "app": "postmark", "preview": "Hi", "direction": "in"}]
        - = PUT /v1/messages/bulk [{"id": "{message}", "preview": "Ho"}]
        - = POST /v1/notes/bulk [{"conversation": "{conversation}", "body": "x"}]
        - = PUT /v1/notes/bulk [{"id": "{note}", "body": "y"}]
        - = POST /v1/companies/bulk [{"name": "B"}]
        - = PUT /v1/companies/bulk [{"id": "{company}", "name": "C"}]
        - = POST /v1/klasses/order/bulk [{"title": "Order 1"}]
        - = PUT /v1/klasses/order/bulk [{"id": "{kobject}", "title": "Order 2"}]
        - = DELETE /v1/klasses/order/bulk?ids={kobject}
        - = DELETE /v1/notes/{note}
        - = DELETE /v1/conversations/{conversation}
        - = DELETE /v1/customers/{customer}
        """;

    @AutoClose
    private final KustomerSimulator simulator = KustomerSimulator.start();

    @AutoClose
    private final TestClient client = new TestClient(simulator);

    private final Map<String, String> ids = new HashMap<>();

    @Test
    void every_endpoint_keeps_the_schemas_of_request_and_reply() throws IOException {
        seed();
        Set<String> exercised = new TreeSet<>();
        List<String> problems = new ArrayList<>();

        for (String sample : SAMPLES.lines().toList()) {
            String[] parts = filled(sample).split(" ", 5);
            String body = parts.length == 5 ? parts[4] : "";
            HttpResponse<String> reply = client.send(parts[2], parts[3], body);
            problems.addAll(problems(parts[2], parts[3], body, reply.statusCode(), reply.body()));
            route(parts[2], parts[3]).ifPresent(exercised::add);
            if (!parts[0].equals("-") && reply.statusCode() < 300) {
                ids.put(parts[0], TestClient.id(reply));
            }
        }

        assertThat(problems).isEmpty();
        assertThat(exercised).containsExactlyInAnyOrderElementsOf(endpoints());
    }

    @Test
    void an_endpoint_that_kustomer_does_not_list_is_on_the_page_with_its_source() throws IOException {
        Set<String> listed = Files.readAllLines(OPERATIONS).stream()
                .map(line -> line.replaceAll(" \\w+$", "").replaceAll("\\{[^}]+}", "*"))
                .collect(Collectors.toSet());
        Set<String> beyond = endpoints().stream()
                .filter(endpoint -> !listed.contains(endpoint))
                .collect(Collectors.toCollection(TreeSet::new));

        Map<String, String> explained = ROW.matcher(Files.readString(PAGE))
                .results()
                .collect(Collectors.toMap(row -> row.group(1), (MatchResult row) -> row.group(2)));

        assertThat(explained.keySet()).containsExactlyInAnyOrderElementsOf(beyond);
        assertThat(explained.values()).allMatch(source -> source.length() > 10);
    }

    @Test
    void a_reply_that_breaks_its_schema_is_noticed() {
        assertThat(problems("GET", "/v1/users/current", "", 200, "{\"data\": 7}"))
                .isNotEmpty();
        assertThat(problems("POST", "/v1/users", "{\"nick\": 7}", 400, "")).isNotEmpty();
        assertThat(problems("GET", "/v1/users/current", "", 200, "{\"at\": \"2026-01-31T09:30:00Z\"}"))
                .contains("GET /v1/users/current: \"2026-01-31T09:30:00Z\"");
    }

    private void seed() {
        simulator.seedOrganization();
        ids.put("user", simulator.seedRecord("user", "{\"name\": \"Grace\", \"email\": \"g@example.org\"}"));
        ids.put("team", simulator.seedRecord("team", "{\"name\": \"Lamps\"}"));
        ids.put("tag", simulator.seedRecord("tag", "{\"name\": \"lamp\"}"));
        ids.put(
                "hook",
                simulator.seedRecord(HookOperations.HOOK, "{\"title\": \"h\", \"hash\": \"0123456789abcdef\"}"));
        ids.put("workflow", simulator.seedRecord("workflow", "{\"name\": \"w\"}"));
        ids.put("third", simulator.seedCustomer("{}"));
        ids.put("other", simulator.seedConversation("{}"));
        ids.put("kobject", simulator.seedRecord("kobject.order", "{\"title\": \"Order 0\"}"));
        ids.put("file", simulator.seedFile("{\"name\": \"a\", \"contentType\": \"a/b\"}", new byte[] {1}));
        ids.put("withFile", simulator.seedRecord("message", "{\"attachments\": [\"%s\"]}".formatted(ids.get("file"))));
    }

    private String filled(String sample) {
        String filled = sample;
        for (Map.Entry<String, String> id : ids.entrySet()) {
            filled = filled.replace("{" + id.getKey() + "}", id.getValue());
        }
        return filled;
    }

    private static List<String> problems(String method, String path, String body, int status, String reply) {
        List<String> problems = new ArrayList<>();
        Contract contract = Contract.live();
        problems.addAll(contract.requestProblems(method, path, body.isEmpty() ? null : Json.parse(body)));
        if (status >= 300) {
            problems.add("status " + status + " " + reply);
        } else {
            ODD_TIME.matcher(reply).results().map(MatchResult::group).forEach(problems::add);
            problems.addAll(
                    contract.responseProblems(method, path, status, reply.isEmpty() ? null : Json.parse(reply)));
        }
        return problems.stream()
                .map(problem -> method + " " + path + ": " + problem)
                .toList();
    }

    private Set<String> endpoints() {
        return simulator.routes().stream().map(EndpointsTest::name).collect(Collectors.toSet());
    }

    private Optional<String> route(String method, String path) {
        String raw = path.replaceAll("\\?.*", "");
        return simulator.routes().stream()
                .filter(route ->
                        route.method().equals(method) && route.argument(raw).isPresent())
                .map(EndpointsTest::name)
                .findFirst();
    }

    /** The method and the path of a route; an asterisk stands for a variable part. */
    private static String name(Route route) {
        String path = route.path().pattern().replaceAll("\\(\\?![^)]*\\)", "").replaceAll("\\(\\[[^)]*\\)", "*");
        return route.method() + " " + path;
    }
}
