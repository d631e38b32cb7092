package io.github.kustomerconnector.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoleTest {

    private static final Role WRITE = new Role(
            "org.permission.customer_merge.create",
            "org.user.customer.write",
            List.of("org.admin.customer.merge.write"));

    @ParameterizedTest
    @CsvSource({
        "org.permission.customer_merge.create, true",
        "org.user.customer.write, true",
        "org.admin.customer.merge.write, true",
        "org.user.customer, true",
        "org.user, true",
        "org.user.customer.*, true",
        "org.permission.customer, false",
        "org.user.customer.read, false",
        "org.user.customer.writes, false",
        "org.user.c, false",
        "org.tracking, false",
        "'', false"
    })
    void a_key_has_the_role_by_any_of_its_names_or_by_a_wider_role(String held, boolean has) {
        assertThat(WRITE.isAmong(List.of("org.hooks", held))).isEqualTo(has);
    }

    @Test
    void a_key_without_roles_does_not_have_it() {
        assertThat(WRITE.isAmong(List.of())).isFalse();
    }

    @Test
    void messages_name_the_role_if_it_is_known() {
        assertThat(WRITE.description())
                .isEqualTo("the role org.permission.customer_merge.create (or org.user.customer.write)");
        assertThat(Role.UNKNOWN.description()).isEqualTo("a role for this call");
        assertThat(WRITE.isKnown()).isTrue();
        assertThat(Role.UNKNOWN.isKnown()).isFalse();
    }
}
