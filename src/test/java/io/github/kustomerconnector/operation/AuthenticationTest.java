package io.github.kustomerconnector.operation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AuthenticationTest {

    @Test
    void its_words_do_not_hold_the_key() {
        assertThat(new Authentication("eyJsecret")).hasToString("Authentication[apiKey=***]");
    }
}
