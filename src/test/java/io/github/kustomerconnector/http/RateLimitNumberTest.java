package io.github.kustomerconnector.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The whole numbers in the headers of a rate limit. Anything else is ignored, because a server may send any text. */
class RateLimitNumberTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "9, 9",
        "' 42 ', 42",
        "007, 7",
        "123456789, 123456789",
        "1234567890, ",
        "'', ",
        "' ', ",
        "1/, ",
        "1:, ",
        "/1, ",
        ":1, ",
        "-1, ",
        "+1, ",
        "1.0, ",
        "\u0661, "
    })
    void only_up_to_nine_digits_are_a_number(String value, @Nullable Long number) {
        if (number == null) {
            assertThat(RateLimitHeaders.number(value, 9)).isEmpty();
        } else {
            assertThat(RateLimitHeaders.number(value, 9)).contains(number);
        }
    }
}
