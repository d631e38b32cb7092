package io.github.kustomerconnector.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kustomerconnector.call.Failure;
import io.github.kustomerconnector.call.FailureDetails;
import io.github.kustomerconnector.call.Path;
import io.github.kustomerconnector.call.Region;
import io.github.kustomerconnector.call.Request;
import io.github.kustomerconnector.call.Role;
import io.github.kustomerconnector.json.Bodies;
import io.github.kustomerconnector.json.Body;
import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.json.Resource;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyReaderTest {

    private static final String KEY = "eyJhbGciOiJIUzI1NiJ9.secret.x";
    private static final Endpoint ENDPOINT = new Endpoint(Region.US.base(), ApiKey.of(KEY));
    private static final Role ROLE = new Role("org.permission.customer.create", "org.user.customer.write");
    private static final Request REQUEST =
            new Request("POST", Path.of("/v1/customers/email={email}", "ada@example.org"), Body.EMPTY, ROLE);

    private static final String RECORD = "{\"data\":{\"type\":\"customer\",\"id\":\"5f1\"}}";
    private static final String OLDER =
            "{\"errors\":[{\"status\":400,\"code\":\"badparam\",\"title\":\"Not allowed\",\"source\":{\"parameter\":\"%s\"}}]}";
    private static final String NEWER =
            "{\"errors\":[{\"code\":\"bad_request\",\"message\":\"Not allowed\",\"meta\":{}}]}";
    private static final String ELSEWHERE = "{\"errors\":[{\"code\":\"unauthorized\",\"title\":"
            + "\"Auth token associated with pod prod2 but request is being handled by prod1\"}]}";

    private final ReplyReader reader =
            new ReplyReader(Clock.fixed(Instant.parse("2026-08-01T12:00:00Z"), ZoneOffset.UTC));

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202, 206, 299})
    void a_success_with_a_record_is_done(int status) {
        assertThat(read(status, RECORD)).isInstanceOfSatisfying(Verdict.Done.class, done -> {
            assertThat(done.status()).isEqualTo(status);
            assertThat(done.content())
                    .isEqualTo(new Resource("5f1", "customer", Json.object(Map.of()), Json.object(Map.of())));
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    200 | <html>Welcome</html>
                    201 | {"data":{"id":"5f
                    201 | {"data":{}}
                    201 | []
                    204 | ``
                    """)
    void a_success_without_a_record_has_an_unknown_outcome(int status, String body) {
        Verdict<Resource> verdict = read(status, body);

        assertThat(verdict).isInstanceOf(Verdict.Lost.class);
        assertThat(failure(verdict)).isInstanceOf(Failure.Unreadable.class);
        assertThat(failure(verdict).message())
                .isEqualTo("POST /v1/customers/email={email} answered " + status
                        + " with a body that is not a Kustomer record");
    }

    @ParameterizedTest
    @CsvSource({
        "401, Refused, Unauthorized",
        "402, Refused, Rejected",
        "403, Refused, Unauthorized",
        "405, Refused, Rejected",
        "408, Lost, Unavailable",
        "409, Conflict, Rejected",
        "410, Refused, Rejected",
        "413, Refused, Rejected",
        "415, Refused, Rejected",
        "425, Lost, Unavailable",
        "429, Refused, RateLimited",
        "499, Refused, Rejected",
        "500, Lost, Unavailable",
        "501, Lost, Unavailable",
        "502, Lost, Unavailable",
        "503, Lost, Unavailable",
        "504, Lost, Unavailable",
        "599, Lost, Unavailable",
        "300, Redirected, Rejected",
        "301, Redirected, Rejected",
        "304, Redirected, Rejected",
        "307, Redirected, Rejected",
        "308, Redirected, Rejected"
    })
    void the_status_decides_the_verdict_independent_of_the_body(int status, String verdict, String failure) {
        for (String body : List.of(OLDER.formatted("custom"), NEWER, "<html>oops</html>", "", "{\"errors\":[{\"co")) {
            Verdict<Resource> read = read(status, body);

            assertThat(read.getClass().getSimpleName()).as(body).isEqualTo(verdict);
            assertThat(failure(read).getClass().getSimpleName()).as(body).isEqualTo(failure);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"errors\":[{\"status\":404,\"source\":{\"parameter\":\"externalId\"},\"code\":\"notfound\",\"title\":\"Not Found\"}]}",
                "{\"errors\":[{\"code\":\"not_found\",\"message\":\"No such record.\",\"meta\":{}}]}"
            })
    void a_404_with_kustomers_own_error_means_that_there_is_no_record(String body) {
        assertThat(read(404, body)).isInstanceOf(Verdict.Absent.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html><h1>404 Not Found</h1></html>",
                "Not Found",
                "{}",
                "[]",
                "\"Not Found\"",
                "{\"errors\":[]}",
                "{\"errors\":[\"not found\"]}",
                "{\"errors\":[{\"message\":\"Not Found\"}]}",
                "{\"errors\":[{\"code\":\"notfound\"}]}",
                "{\"errors\":[{\"code\":7003,\"message\":\"Could not route\"}],\"success\":false}",
                "{\"errors\":[{\"code\":\"ROUTE_NOT_FOUND\",\"message\":\"No route\"}]}",
                "{\"message\":\"no Route matched with those values\"}",
                "{\"error\":{\"code\":\"notfound\",\"message\":\"Not Found\"}}",
                "{\"timestamp\":1,\"status\":404,\"error\":\"Not Found\",\"path\":\"/v1/v1/customers\"}",
                "{\"errors\":[{\"code\":\"notfo"
            })
    void a_404_of_another_server_does_not_show_whether_there_is_a_record(String body) {
        Verdict<Resource> verdict = read(404, body);

        assertThat(verdict).isInstanceOf(Verdict.Lost.class);
        assertThat(failure(verdict)).isInstanceOf(Failure.Unavailable.class);
        assertThat(failure(verdict).message())
                .startsWith("POST /v1/customers/email={email} answered 404")
                .endsWith("The answer is not Kustomer's: check the base URL and the proxy");
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202, 204})
    void a_success_with_a_list_of_errors_is_a_refusal_with_its_text(int status) {
        Verdict<Resource> named = read(status, OLDER.formatted("name"));

        assertThat(named).isInstanceOf(Verdict.Refused.class);
        assertThat(failure(named).message())
                .isEqualTo("POST /v1/customers/email={email} answered " + status + ": name: Not allowed (badparam)");
        assertThat(read(status, OLDER.formatted("emails"))).isInstanceOf(Verdict.Conflict.class);
        assertThat(read(status, NEWER)).isInstanceOf(Verdict.Conflict.class);
    }

    @Test
    void errors_beside_a_record_are_no_refusal_but_errors_beside_an_empty_list_are() {
        Reply recordWithErrors = reply(200, RECORD.replace("{\"data\"", "{\"errors\":[{\"code\":\"a\"}],\"data\""));
        Reply listWithErrors = reply(200, "{\"data\":[],\"errors\":[{\"code\":\"shards\",\"title\":\"Too slow\"}]}");

        assertThat(reader.read(ENDPOINT, REQUEST, recordWithErrors, Reading.RECORD))
                .isInstanceOf(Verdict.Done.class);
        assertThat(reader.read(ENDPOINT, REQUEST, recordWithErrors, Reading.ANYTHING))
                .isInstanceOf(Verdict.Done.class);
        assertThat(reader.read(ENDPOINT, REQUEST, listWithErrors, Reading.LIST))
                .isInstanceOfSatisfying(
                        Verdict.NotDone.class,
                        refused -> assertThat(refused.failure().message()).contains("Too slow"));
        assertThat(reader.read(ENDPOINT, REQUEST, reply(200, OLDER.formatted("name")), Reading.ANYTHING))
                .isInstanceOf(Verdict.Refused.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Auth token associated with pod prod2 but request is being handled by prod1",
                "<html><body><p class=\"e\">Auth token associated with pod prod2 but request is being handled by prod1",
                "{\"reason\": \"Auth token associated with pod prod2 but request is being handled by prod1\"}"
            })
    void another_region_is_recognized_in_plain_text(String body) {
        for (int status : List.of(401, 403)) {
            assertThat(failure(read(status, body)).message())
                    .contains("belongs to the region European Union (prod2)")
                    .doesNotContain("role ");
        }
    }

    @Test
    void a_pod_that_repeats_what_was_sent_is_not_named() {
        String body = "Auth token associated with pod Countess but request is being handled by prod1";

        assertThat(failure(answered(401, body)).message())
                .contains("belongs to another region,")
                .doesNotContain("Countess");
    }

    @Test
    void a_record_of_another_id_than_the_one_in_the_path_is_unreadable() {
        for (String method : List.of("GET", "PUT", "PATCH")) {
            Request request = new Request(method, Path.of("/v1/customers/{id}", "5f2"), null, ROLE);

            Verdict<Resource> verdict = reader.read(ENDPOINT, request, reply(200, RECORD), Reading.recordOf(request));

            assertThat(failure(verdict)).isInstanceOf(Failure.Unreadable.class);
            assertThat(failure(verdict).message())
                    .endsWith("answered 200 with a body that is not a Kustomer record with the requested ID");
        }
    }

    @Test
    void a_204_to_an_update_is_done_and_to_a_read_or_a_create_it_is_unreadable() {
        Path path = Path.of("/v1/customers/{id}", "5f1");
        for (String method : List.of("PUT", "PATCH")) {
            Request update = new Request(method, path, null, ROLE);
            assertThat(reader.read(ENDPOINT, update, reply(204, ""), Reading.recordOf(update)))
                    .isInstanceOfSatisfying(
                            Verdict.Done.class,
                            done -> assertThat(done.content()).isEqualTo(Resource.known("5f1")));
        }
        for (Request other : List.of(Request.get(path, ROLE), REQUEST)) {
            assertThat(failure(reader.read(ENDPOINT, other, reply(204, ""), Reading.recordOf(other))))
                    .isInstanceOf(Failure.Unreadable.class);
        }
    }

    static IntStream statuses() {
        return IntStream.rangeClosed(300, 599);
    }

    @ParameterizedTest
    @MethodSource("statuses")
    void every_refusal_has_details_without_values_or_key(int status) {
        String withValues =
                "{\"errors\":[{\"code\":\"bad\",\"title\":\"ada@example.org +18005551212 %s\"}]}".formatted(KEY);

        Failure failure = failure(read(status, withValues));

        assertThat(failure.message())
                .startsWith("POST /v1/customers/email={email} answered " + status)
                .doesNotContain("ada", "1800", KEY, "secret");
        assertThat(failure.details())
                .isEqualTo(new FailureDetails(status, "bad", null, "cf-1", "POST", "/v1/customers/email={email}"));
    }

    @ParameterizedTest
    @CsvSource({
        "400, id",
        "400, externalId",
        "400, externalIds",
        "400, emails",
        "400, emails[0].email",
        "400, emails.0.email",
        "400, /emails/0/email",
        "400, /properties/emails/items",
        "400, phones",
        "400, whatsapps",
        "400, socials",
        "422, email",
        "422, phone"
    })
    void a_refused_identifier_may_be_a_conflict(int status, String field) {
        assertThat(read(status, OLDER.formatted(field))).isInstanceOf(Verdict.Conflict.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "custom", "emailsAt", "sharedEmails", "identity", "/properties/custom/emails"})
    void a_refused_field_that_is_no_identifier_is_no_conflict(String field) {
        assertThat(read(400, OLDER.formatted(field))).isInstanceOf(Verdict.Refused.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 422})
    void a_refusal_that_names_no_field_may_be_a_conflict(int status) {
        for (String body : List.of(NEWER, "<html>oops</html>", "", "{\"errors\":[{\"co", OLDER.formatted("0"))) {
            assertThat(read(status, body)).as(body).isInstanceOfSatisfying(Verdict.Conflict.class, conflict -> {
                assertThat(conflict.failure()).isInstanceOf(Failure.Rejected.class);
                assertThat(conflict.certain()).isFalse();
            });
        }
    }

    @Test
    void only_status_409_makes_a_conflict_certain() {
        assertThat(read(409, ""))
                .isInstanceOfSatisfying(
                        Verdict.Conflict.class,
                        conflict -> assertThat(conflict.certain()).isTrue());
        assertThat(read(400, OLDER.formatted("emails")))
                .isInstanceOfSatisfying(
                        Verdict.Conflict.class,
                        conflict -> assertThat(conflict.certain()).isFalse());
    }

    @Test
    void a_request_that_is_held_back_has_the_wait() {
        Failure failure = ReplyReader.heldBack(REQUEST, Duration.ofSeconds(9));

        assertThat(failure)
                .isEqualTo(new Failure.RateLimited(
                        new FailureDetails(null, null, null, null, "POST", "/v1/customers/email={email}"),
                        "POST /v1/customers/email={email} was not sent:"
                                + " the requests that Kustomer allows in a minute are used up",
                        Duration.ofSeconds(9)));
    }

    @Test
    void a_refusal_contains_field_text_and_code() {
        Failure failure = failure(read(400, OLDER.formatted("emails[0].email")));

        assertThat(failure.message())
                .isEqualTo("POST /v1/customers/email={email} answered 400: emails: Not allowed (badparam)");
        assertThat(failure.details().field()).isEqualTo("emails");
        assertThat(failure.details().kustomerCode()).isEqualTo("badparam");
    }

    @Test
    void a_refusal_without_text_contains_its_status() {
        assertThat(failure(read(400, "")).message()).isEqualTo("POST /v1/customers/email={email} answered 400");
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 307, 308})
    void the_message_of_a_redirect_asks_to_check_the_base_url(int status) {
        assertThat(failure(read(status, "")).message())
                .endsWith(": a redirect, which is not followed; check the base URL");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 409, 422, 429, 500, 503})
    void a_region_mismatch_has_precedence_over_the_status(int status) {
        Verdict<Resource> verdict = read(status, ELSEWHERE);

        assertThat(verdict).isInstanceOf(Verdict.Refused.class);
        assertThat(failure(verdict)).isInstanceOf(Failure.Unauthorized.class);
        assertThat(failure(verdict).message())
                .contains("Choose the region European Union (prod2) as the task's region");
    }

    @Test
    void a_region_mismatch_is_recognized_in_the_detail_too() {
        String body = ELSEWHERE.replace("\"title\":", "\"title\":\"Unauthorized\",\"detail\":");

        assertThat(failure(read(401, body)).message()).contains("belongs to the region European Union");
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void a_missing_role_is_named(int status) {
        assertThat(failure(read(status, NEWER)).message())
                .contains("the role org.permission.customer.create (or org.user.customer.write)");
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void the_wait_that_the_server_asks_for_is_kept(int status) {
        Failure failure = failure(read(status, NEWER, Map.of("Retry-After", "7")));

        Duration asked =
                switch (failure) {
                    case Failure.RateLimited limited -> limited.askedWait();
                    case Failure.Unavailable unavailable -> unavailable.askedWait();
                    default -> null;
                };
        assertThat(asked).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void a_429_without_a_time_has_no_wait() {
        assertThat(failure(read(429, NEWER)))
                .isInstanceOfSatisfying(
                        Failure.RateLimited.class,
                        limited -> assertThat(limited.askedWait()).isNull());
    }

    @ParameterizedTest
    @CsvSource({
        "400, Conflict, Rejected",
        "401, Refused, Unauthorized",
        "404, Lost, Unavailable",
        "409, Conflict, Rejected",
        "429, Refused, RateLimited",
        "503, Lost, Unavailable"
    })
    void a_refusal_with_a_cut_body_is_still_a_refusal(int status, String verdict, String failure) {
        Verdict<Resource> read = read(new Reply.Incomplete(status, headers(Map.of()), "the connection broke"));

        assertThat(read.getClass().getSimpleName()).isEqualTo(verdict);
        assertThat(failure(read).getClass().getSimpleName()).isEqualTo(failure);
        assertThat(failure(read).details().status()).isEqualTo(status);
    }

    @Test
    void a_success_with_a_cut_body_has_an_unknown_outcome() {
        Verdict<Resource> verdict = read(new Reply.Incomplete(201, headers(Map.of()), "the connection broke"));

        assertThat(verdict).isInstanceOf(Verdict.Lost.class);
        assertThat(failure(verdict))
                .isEqualTo(new Failure.Unreadable(
                        new FailureDetails(201, null, null, "cf-1", "POST", "/v1/customers/email={email}"),
                        "POST /v1/customers/email={email} answered 201 with an incomplete body: the connection broke"));
    }

    @Test
    void a_request_without_an_answer_has_an_unknown_outcome() {
        Verdict<Resource> verdict = read(new Reply.NoAnswer("no complete answer within 30 s"));

        assertThat(verdict)
                .isEqualTo(new Verdict.Lost<>(new Failure.Unavailable(
                        new FailureDetails(null, null, null, null, "POST", "/v1/customers/email={email}"),
                        "POST /v1/customers/email={email} got no answer: no complete answer within 30 s",
                        null)));
    }

    @Test
    void a_request_that_was_not_sent_is_refused() {
        Verdict<Resource> verdict = read(new Reply.NotSent("no connection (ConnectException)"));

        assertThat(verdict)
                .isEqualTo(new Verdict.Refused<>(new Failure.Unavailable(
                        new FailureDetails(null, null, null, null, "POST", "/v1/customers/email={email}"),
                        "POST /v1/customers/email={email} was not sent: no connection (ConnectException)",
                        null)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada@example.org", "ada.lovelace@example.org", "ada lovelace", "+18005551212"})
    void a_field_that_is_a_value_is_not_shown(String value) {
        Failure failure = failure(read(400, OLDER.formatted(value)));

        assertThat(failure.details().field()).isNull();
        assertThat(failure.message()).doesNotContain("ada", "1800");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada.lovelace", "taken_Ada.Lovelace", "prime-Countess", KEY})
    void a_code_that_contains_a_value_or_the_key_is_not_shown(String code) {
        Failure failure = failure(answered("{\"code\":\"%s\",\"source\":{\"parameter\":\"name\"}}".formatted(code)));

        assertThat(failure.details().kustomerCode()).isNull();
        assertThat(failure.message()).isEqualTo("POST /v1/customers answered 400: name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Countess", "countessOf", "/properties/countess"})
    void a_field_that_contains_a_value_is_not_shown(String field) {
        Failure failure = failure(answered(OLDER.formatted(field)));

        assertThat(failure.details().field()).isNull();
        assertThat(failure.message()).isEqualTo("POST /v1/customers answered 400: Not allowed (badparam)");
    }

    @ParameterizedTest
    @CsvSource({
        "duplicate, email",
        "email_taken, username",
        "bad_request, replyChannel",
        "badparam, name",
        "locked, queue"
    })
    void names_of_fields_are_shown_even_if_they_equal_a_value(String code, String field) {
        Failure failure =
                failure(answered("{\"code\":\"%s\",\"source\":{\"parameter\":\"%s\"}}".formatted(code, field)));

        assertThat(failure.details().kustomerCode()).isEqualTo(code);
        assertThat(failure.details().field()).isEqualTo(field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0gJhmvAj_TgUu-VGbjWdB7hJ==", "x"})
    void a_request_id_is_kept(String id) {
        assertThat(failure(read(400, "", Map.of("X-Amz-Cf-Id", id))).details().requestId())
                .isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada@example.org", "Ada Lovelace", KEY, "", "{}", "a/b", "a+b", "a===", "==", "a\u2028b"})
    void other_text_is_no_request_id(String id) {
        assertThat(failure(read(400, "", Map.of("X-Amz-Cf-Id", id))).details().requestId())
                .isNull();
        assertThat(failure(read(201, "", Map.of("X-Amz-Cf-Id", id))).details().requestId())
                .isNull();
    }

    @Test
    void a_request_id_has_at_most_64_characters() {
        String longest = "a".repeat(64);

        assertThat(failure(read(400, "", Map.of("X-Amz-Cf-Id", longest)))
                        .details()
                        .requestId())
                .isEqualTo(longest);
        assertThat(failure(read(400, "", Map.of("X-Amz-Cf-Id", longest + "a")))
                        .details()
                        .requestId())
                .isNull();
    }

    @Test
    void a_request_id_that_repeats_what_was_sent_is_none() {
        Reply reply = new Reply.Complete(400, headers(Map.of("X-Amz-Cf-Id", "cf-COUNTESS")), Body.EMPTY);

        assertThat(failure(answered(reply)).details().requestId()).isNull();
    }

    @Test
    void a_request_id_that_contains_the_key_is_not_kept() {
        Endpoint plainKey = new Endpoint(Region.US.base(), ApiKey.of("plainkey"));
        Reply reply = new Reply.Complete(400, headers(Map.of("X-Amz-Cf-Id", "cf-plainkey=")), Body.EMPTY);

        Failure failure = failure(reader.read(plainKey, REQUEST, reply, Reading.RECORD));

        assertThat(failure.details().requestId()).isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 204, 299})
    void a_file_store_that_answers_2xx_has_the_file(int status) {
        assertThat(ReplyReader.readUpload(new Reply.Complete(status, headers(Map.of()), Body.EMPTY)))
                .isEqualTo(new UploadReply.Stored());
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 425, 429, 500, 503, 599})
    void a_temporary_error_of_the_file_store_can_be_retried(int status) {
        UploadReply failed = new UploadReply.Failed(status, "answered " + status);

        assertThat(ReplyReader.readUpload(new Reply.Complete(status, headers(Map.of()), Body.EMPTY)))
                .isEqualTo(failed);
        assertThat(ReplyReader.readUpload(new Reply.Incomplete(status, headers(Map.of()), "cut")))
                .isEqualTo(failed);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 400, 403, 404, 413, 428, 600})
    void any_other_status_of_the_file_store_is_final(int status) {
        assertThat(ReplyReader.readUpload(new Reply.Complete(status, headers(Map.of()), Body.EMPTY)))
                .isEqualTo(new UploadReply.Refused(status));
    }

    @Test
    void the_endpoint_appends_the_path_to_its_base() {
        Endpoint proxied = new Endpoint(URI.create("https://proxy.example/kustomer"), ApiKey.of(KEY));

        assertThat(proxied.resolve(Path.of("/v1/customers/{id}", "5f1")))
                .hasToString("https://proxy.example/kustomer/v1/customers/5f1");
    }

    /** The verdict on a 400 to a request that has values in its body. */
    private Verdict<Resource> answered(String body) {
        return answered(400, body);
    }

    private Verdict<Resource> answered(int status, String body) {
        return answered(new Reply.Complete(status, headers(Map.of()), Bodies.received(body)));
    }

    private Verdict<Resource> answered(Reply reply) {
        Json sent = Json.object(Map.of(
                "username", Json.of("Ada.Lovelace"),
                "name", Json.of("Bad Cat"),
                "custom", Json.object(Map.of("titleStr", Json.of("Countess"), "petStr", Json.of("Cat"))),
                "replyChannel", Json.of("email"),
                "tags", Json.list(List.of(Json.of("User"), Json.of("bad"), Json.of("Name"), Json.of("channel")))));
        Request request = new Request("POST", Path.of("/v1/customers"), Body.of(sent), ROLE);
        return reader.read(ENDPOINT, request, reply, Reading.RECORD);
    }

    private Verdict<Resource> read(int status, String body) {
        return read(status, body, Map.of());
    }

    private Verdict<Resource> read(int status, String body, Map<String, String> headers) {
        return read(new Reply.Complete(status, headers(headers), Bodies.received(body)));
    }

    private static Reply reply(int status, String body) {
        return new Reply.Complete(status, headers(Map.of()), Bodies.received(body));
    }

    private Verdict<Resource> read(Reply reply) {
        return reader.read(ENDPOINT, REQUEST, reply, Reading.RECORD);
    }

    private static Failure failure(Verdict<Resource> verdict) {
        return switch (verdict) {
            case Verdict.Done<Resource> done -> throw new AssertionError("done: " + done.content());
            case Verdict.Absent<Resource> absent -> absent.failure();
            case Verdict.Conflict<Resource> conflict -> conflict.failure();
            case Verdict.Lost<Resource> lost -> lost.failure();
            case Verdict.Redirected<Resource> redirected -> redirected.failure();
            case Verdict.Refused<Resource> refused -> refused.failure();
        };
    }

    private static HttpHeaders headers(Map<String, String> values) {
        Map<String, List<String>> lists = new HashMap<>(Map.of("X-Amz-Cf-Id", List.of("cf-1")));
        values.forEach((name, value) -> lists.put(name, List.of(value)));
        return HttpHeaders.of(lists, (name, value) -> true);
    }
}
