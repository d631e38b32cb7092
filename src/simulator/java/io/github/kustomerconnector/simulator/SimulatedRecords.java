package io.github.kustomerconnector.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The part of a simulator with which a test reads, adds and changes records, without a request to the API. */
abstract sealed class SimulatedRecords permits KustomerSimulator {

    final Organization organization;

    SimulatedRecords(Organization organization) {
        this.organization = organization;
    }

    /** Copies of the stored customers, oldest first. */
    public List<ObjectNode> customers() {
        return records("customer");
    }

    /** Copies of the stored conversations, oldest first. */
    public List<ObjectNode> conversations() {
        return records("conversation");
    }

    /**
     * Copies of the stored records of a kind, oldest first.
     *
     * @param type such as {@code note}, {@code message}, {@code draft}, {@code tag}, {@code user}, {@code company} or {@code
     *     kobject.order}
     */
    public List<ObjectNode> records(String type) {
        return organization.all(type);
    }

    /** Copies of the stored KObjects of all klasses. */
    List<ObjectNode> kobjects() {
        return organization.kobjects();
    }

    /** The kinds of records that exist or existed. */
    Set<String> kinds() {
        return organization.kinds();
    }

    /** Stores a customer: see {@link #seedRecord}. */
    public String seedCustomer(String json) {
        return seedRecord("customer", json);
    }

    /** Stores a conversation: see {@link #seedRecord}. */
    public String seedConversation(String json) {
        return seedRecord("conversation", json);
    }

    /**
     * Stores a record, such as a user, a team or a queue, without an event. Only uniqueness is checked.
     *
     * @param json the body of a create; it may contain an {@code id}
     * @return the id
     * @throws IllegalArgumentException if the text is not JSON, or an identifier or the id is in use
     */
    public String seedRecord(String type, String json) {
        return organization.seed(type, json);
    }

    /**
     * Stores a file in Kustomer, as if a customer had sent it. A message refers to it by its id in {@code attachments}.
     *
     * @param json {@code name}, {@code contentType}, and more attributes of an attachment
     * @return the id of the attachment
     */
    public String seedFile(String json, byte[] content) {
        return organization.seedFile(json, content);
    }

    /** The uploaded file of an attachment, by the attachment's id; empty if there is none. */
    public Optional<byte[]> uploaded(String attachment) {
        return organization.uploads().file(attachment);
    }

    /**
     * Stores what an organization for customer service has: the queues {@code complaints} and {@code orders}, the
     * users {@code ada@example.org} and {@code grace@example.org}, the team Support, the hook {@code
     * order-complaint}, and the customer {@code C-2001} with the KObject {@code 4711} of the klass {@code order}.
     */
    public void seedOrganization() {
        SampleOrganization.seed(organization);
    }

    /** Updates a customer, as another client does, with the fields of the JSON. Other fields stay. */
    public void updateCustomer(String id, String json) {
        updateRecord("customer", id, json);
    }

    /** Updates a conversation, as another client does, with the fields of the JSON. Other fields stay. */
    public void updateConversation(String id, String json) {
        updateRecord("conversation", id, json);
    }

    /** Changes a work item, as an agent or Kustomer's routing does. Its {@code rev} is not checked. */
    public void updateWorkItem(String id, String json) {
        updateRecord(WorkItems.TYPE, id, json);
    }

    /** Updates a record of a kind such as {@code company}, as another client does. Other fields stay. */
    public void updateRecord(String type, String id, String json) {
        organization.update(type, id, json);
    }

    /**
     * Routes a conversation, as a queue rule does.
     *
     * @param json the body of a create of a work item: {@code {"resource": {"id": ..., "type": "conversation"}}}
     * @return the id of the open work item, which may have existed before
     */
    public String routeConversation(String json) {
        return organization
                .workItems()
                .open((ObjectNode) Json.parse(json))
                .path("id")
                .asText();
    }

    /** Opens a conversation as the customer and returns its id: see {@link SimulatedKustomer#customerWrites}. */
    public String writeAsCustomer(String customer, String text) {
        return organization.people().write(customer, text);
    }

    /** Answers as the customer and returns the message's id: see {@link SimulatedKustomer#customerAnswers}. */
    public String answerAsCustomer(String conversation, String text) {
        return organization.people().answer(conversation, text);
    }

    /** Closes a conversation, as an agent does. */
    public void closeConversation(String conversation) {
        organization.people().close(conversation);
    }
}
