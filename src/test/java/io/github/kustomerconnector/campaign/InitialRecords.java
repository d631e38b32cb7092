package io.github.kustomerconnector.campaign;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.kustomerconnector.simulator.KustomerSimulator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * What Kustomer contains before a job runs.
 *
 * @param given the fields of the job's task
 * @param foreignIds the ids of other clients' records of the same kind; a rival adds its id during the job
 */
record InitialRecords(ObjectNode given, List<String> foreignIds) {

    static InitialRecords create(Scenario scenario, KustomerSimulator kustomer) {
        TaskFields fields = new TaskFields(scenario);
        String customer = customerOf(scenario, kustomer, "Ada");
        List<String> foreignIds = new CopyOnWriteArrayList<>();
        switch (scenario.foreignRecords()) {
            case NONE -> {}
            case EXISTING -> foreignIds.add(scenario.kind().seed(kustomer, fields.same(customer)));
            case RIVAL ->
                kustomer.beforeNextStore(request -> rival(scenario, kustomer, fields.same(customer), foreignIds));
            case FOREIGN ->
                foreignIds.add(scenario.kind().seed(kustomer, fields.foreign(customerOf(scenario, kustomer, "Eve"))));
        }
        scenario.faults().forEach(fault -> fault.inject(kustomer));
        return new InitialRecords(fields.given(customer), foreignIds);
    }

    /** Creates the rival's record, unless a second delivery of the job has already created it. */
    private static void rival(
            Scenario scenario, KustomerSimulator kustomer, ObjectNode record, List<String> foreignIds) {
        try {
            foreignIds.add(scenario.kind().seed(kustomer, record));
        } catch (IllegalArgumentException tooLate) {
            foreignIds.clear();
        }
    }

    private static String customerOf(Scenario scenario, KustomerSimulator kustomer, String name) {
        return scenario.kind() == RecordKind.CONVERSATION
                ? kustomer.seedCustomer("{\"name\":\"%s\"}".formatted(name))
                : "";
    }
}
