package io.github.kustomerconnector.operation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AuthenticationTest {

    @Test
    void its_text_does_not_contain_the_key() {
        assertThat(new Authentication("eyJsecret")).hasToString("Authentication[apiKey=***]");
    }
}
