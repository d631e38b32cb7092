package io.github.kustomerconnector.operation;

import static io.github.kustomerconnector.operation.JsonText.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AuthenticationTest {

    @Test
    void its_words_do_not_hold_the_key() {
        assertThat(new Authentication("eyJsecret")).hasToString("Authentication[apiKey=***]");
        assertThat(new Authentication("eyJsecret").key().toString()).doesNotContain("secret");
    }

    @Test
    void a_key_that_is_missing_is_refused() {
        assertThat(refusal(() -> new Authentication(null).key()))
                .contains("authentication.apiKey is empty: store the key as a connector secret and refer to it");
    }
}
