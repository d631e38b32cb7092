package io.github.kustomerconnector.connector;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.kustomerconnector.simulator.KustomerSimulator;

/**
 * Jobs that add a note or a message to the timeline of a stored conversation.
 *
 * @param jobs the runtime of the operation
 * @param kustomer stores the customer and the conversation
 * @param record the type of the record: {@code note} or {@code message}
 * @param text the field with the text of the record
 * @param customer the id of the stored customer
 * @param conversation the id of the stored conversation of this customer
 */
record TimelineJobs(
        JobHandling jobs,
        KustomerSimulator kustomer,
        String record,
        String text,
        String customer,
        String conversation) {

    static TimelineJobs ofNotes(KustomerSimulator kustomer) {
        return of(new CreateNoteConnector(JobHandling.environment("test")), kustomer, "note", "note.body");
    }

    static TimelineJobs ofMessages(KustomerSimulator kustomer) {
        return of(new CreateMessageConnector(JobHandling.environment("test")), kustomer, "message", "message.preview");
    }

    private static TimelineJobs of(
            KustomerConnector<?> connector, KustomerSimulator kustomer, String record, String text) {
        String customer = kustomer.seedCustomer("{\"name\":\"Ada\"}");
        String conversation = kustomer.seedConversation("{\"customer\":\"%s\"}".formatted(customer));
        return new TimelineJobs(JobHandling.of(connector, kustomer), kustomer, record, text, customer, conversation);
    }

    /** A task that adds a record to the conversation. */
    Task task() {
        return jobs.task().with(record + ".conversation", conversation).with(text, "Where is my order?");
    }

    /** The only record. */
    ObjectNode stored() {
        assertThat(kustomer.records(record)).hasSize(1);
        return kustomer.records(record).getFirst();
    }

    @Override
    public String toString() {
        return record;
    }
}
