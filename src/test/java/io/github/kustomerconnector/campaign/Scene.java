package io.github.kustomerconnector.campaign;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.kustomerconnector.simulator.KustomerSimulator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * What a job finds in Kustomer.
 *
 * @param given the fields of the job's task
 * @param theirs the ids of others' records of the same kind; a rival's may yet come
 */
record Scene(ObjectNode given, List<String> theirs) {

    static Scene set(Plan plan, KustomerSimulator kustomer) {
        Fields fields = new Fields(plan);
        String customer = customerOf(plan, kustomer, "Ada");
        List<String> theirs = new CopyOnWriteArrayList<>();
        switch (plan.others()) {
            case NOBODY -> {}
            case THERE -> theirs.add(plan.kind().seed(kustomer, fields.same(customer)));
            case RIVAL -> kustomer.beforeNextStore(request -> rival(plan, kustomer, fields.same(customer), theirs));
            case FOREIGN -> theirs.add(plan.kind().seed(kustomer, fields.foreign(customerOf(plan, kustomer, "Eve"))));
        }
        plan.strikes().forEach(strike -> strike.script(kustomer));
        return new Scene(fields.given(customer), theirs);
    }

    /** A rival may come too late: a second delivery has already made the record. */
    private static void rival(Plan plan, KustomerSimulator kustomer, ObjectNode record, List<String> theirs) {
        try {
            theirs.add(plan.kind().seed(kustomer, record));
        } catch (IllegalArgumentException tooLate) {
            theirs.clear();
        }
    }

    private static String customerOf(Plan plan, KustomerSimulator kustomer, String name) {
        return plan.kind() == RecordKind.CONVERSATION ? kustomer.seedCustomer("{\"name\":\"%s\"}".formatted(name)) : "";
    }
}
