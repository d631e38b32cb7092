package io.github.kustomerconnector.demo;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

final class PlanTest {

    @Test
    void refuses_a_file_that_is_no_bpmn() {
        Options options = Options.parse(List.of("--bpmn=LICENSE"));

        assertThatIllegalArgumentException().isThrownBy(() -> Plan.of(options)).withMessage("LICENSE is not BPMN");
    }
}
