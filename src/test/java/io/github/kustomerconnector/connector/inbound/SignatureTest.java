package io.github.kustomerconnector.connector.inbound;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SignatureTest {

    private static final byte[] EVENT = WebhookRequest.sample("conversation-update");
    private static final String OF_EVENT = "628d5c7b3dab84f1e693cc1cf556e8c947f5be8b6f22e7003238d18e4c41cd6a";

    private final Signature signature = new Signature(WebhookRequest.TOKEN);

    /**
     * The first is test case 2 of RFC 4231, section 4.3. The others are the output of OpenSSL 3.0.19:
     * {@code openssl dgst -sha256 -hmac TOKEN FILE}.
     */
    static Stream<Arguments> vectors() {
        return Stream.of(
                arguments(
                        "Jefe",
                        "what do ya want for nothing?".getBytes(UTF_8),
                        "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"),
                arguments(WebhookRequest.TOKEN, EVENT, OF_EVENT),
                arguments(
                        WebhookRequest.TOKEN,
                        WebhookRequest.sample("message-create"),
                        "397ee346af12949c3c767f5207760feaea325e886039fa23d8f0c0780ae7bb82"),
                arguments(
                        WebhookRequest.TOKEN,
                        new byte[0],
                        "0f5e5a87ec0bf787126126721e38b9e5db3fbbd7ef6422588bbee39a6365e4ef"),
                arguments(
                        "tökén",
                        "{\"id\":1}".getBytes(UTF_8),
                        "f5b9f009032bb3b01f7d3649697728262a73c304deda120358aeff9bfb4f7bf9"));
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void accepts_signatures_of_independent_sources(String token, byte[] body, String digits) {
        assertThat(new Signature(token).isValid(Map.of(WebhookRequest.HEADER, digits), body))
                .isTrue();
        assertThat(WebhookRequest.signature(token, body)).isEqualTo(digits);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x-kustomer-webhook-signature", "X-KUSTOMER-WEBHOOK-SIGNATURE"})
    void the_case_of_the_header_does_not_matter(String header) {
        assertThat(signature.isValid(Map.of(header, OF_EVENT), EVENT)).isTrue();
    }

    @Test
    void upper_case_digits_and_blanks_around_them_are_accepted() {
        assertThat(signature.isValid(Map.of(WebhookRequest.HEADER, " " + OF_EVENT.toUpperCase(Locale.ROOT)), EVENT))
                .isTrue();
    }

    static Stream<String> wrongSignatures() {
        return Stream.of(
                "",
                " ",
                OF_EVENT.substring(1),
                OF_EVENT + "0",
                OF_EVENT + OF_EVENT,
                "0" + OF_EVENT.substring(1),
                OF_EVENT.substring(0, 63) + "b",
                "sha256=" + OF_EVENT,
                OF_EVENT.replace('a', 'g'),
                "YQ==",
                "0".repeat(64),
                OF_EVENT + "," + OF_EVENT);
    }

    @ParameterizedTest
    @MethodSource("wrongSignatures")
    void refuses_what_is_not_the_signature(String value) {
        assertThat(signature.isValid(Map.of(WebhookRequest.HEADER, value), EVENT))
                .isFalse();
    }

    @Test
    void refuses_a_request_without_signature_or_with_two() {
        assertThat(signature.isValid(Map.of(), EVENT)).isFalse();
        assertThat(signature.isValid(Map.of("x-kustomer-signature", OF_EVENT), EVENT))
                .isFalse();
        assertThat(signature.isValid(
                        Map.of(WebhookRequest.HEADER, OF_EVENT, "x-kustomer-webhook-signature", OF_EVENT), EVENT))
                .isFalse();
    }

    @Test
    void every_changed_byte_and_every_cut_makes_the_signature_wrong() {
        Map<String, String> headers = Map.of(WebhookRequest.HEADER, OF_EVENT);

        assertThat(IntStream.range(0, EVENT.length).mapToObj(SignatureTest::changedAt))
                .noneMatch(body -> signature.isValid(headers, body));
        assertThat(IntStream.range(0, EVENT.length).mapToObj(length -> Arrays.copyOf(EVENT, length)))
                .noneMatch(body -> signature.isValid(headers, body));
        assertThat(signature.isValid(headers, EVENT)).isTrue();
    }

    @Test
    void each_of_several_tokens_is_accepted_while_a_token_is_replaced() {
        Signature both = new Signature("  new-token \n" + WebhookRequest.TOKEN);

        assertThat(both.isValid(Map.of(WebhookRequest.HEADER, OF_EVENT), EVENT)).isTrue();
        assertThat(both.isValid(Map.of(WebhookRequest.HEADER, WebhookRequest.signature("new-token", EVENT)), EVENT))
                .isTrue();
        assertThat(both.isValid(Map.of(WebhookRequest.HEADER, WebhookRequest.signature("other", EVENT)), EVENT))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n"})
    void an_empty_token_is_refused(String token) {
        assertThatExceptionOfType(InvalidPropertyException.class)
                .isThrownBy(() -> new Signature(token))
                .withMessage("inbound.signingToken must not be empty");
    }

    @Test
    void does_not_print_the_token() {
        assertThat(signature.toString()).isEqualTo("Signature(1 tokens)");
    }

    private static byte[] changedAt(int index) {
        byte[] changed = EVENT.clone();
        changed[index] ^= 1;
        return changed;
    }
}
