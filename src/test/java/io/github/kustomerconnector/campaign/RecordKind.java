package io.github.kustomerconnector.campaign;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.kustomerconnector.simulator.KustomerSimulator;
import java.util.List;

/** What a job creates. */
enum RecordKind {
    CUSTOMER("customer"),
    CONVERSATION("conversation");

    private final String word;

    RecordKind(String word) {
        this.word = word;
    }

    /** The container of the record's fields among a task's variables. */
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
