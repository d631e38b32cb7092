package io.github.kustomerconnector.campaign;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.kustomerconnector.simulator.KustomerSimulator;
import java.util.List;

/** The kind of record that a job creates. */
enum RecordKind {
    CUSTOMER("customer"),
    CONVERSATION("conversation");

    private final String word;

    RecordKind(String word) {
        this.word = word;
    }

    /** The variable of a task that contains the record's fields. */
    String container() {
        return word;
    }

    String operation() {
        return "create-" + word;
    }

    String path() {
        return "/v1/" + word + "s";
    }

    List<ObjectNode> in(KustomerSimulator kustomer) {
        return this == CUSTOMER ? kustomer.customers() : kustomer.conversations();
    }

    String seed(KustomerSimulator kustomer, ObjectNode body) {
        return this == CUSTOMER ? kustomer.seedCustomer(body.toString()) : kustomer.seedConversation(body.toString());
    }
}
