package io.github.kustomerconnector.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An in-memory Kustomer for the tests of a process. {@link KustomerTest} gives one to a test; {@link #start} makes one
 * anywhere else.
 *
 * <p>A record is a map of the attributes of Kustomer's resource, with its {@code id} and {@code type}, and with the
 * ids of related records below the name of the relation, such as {@code customer}. The methods are thread-safe. No
 * signature has a type of another library, because the jar contains its libraries below other package names.
 */
public final class SimulatedKustomer implements AutoCloseable {

    private final KustomerSimulator simulator;
    private final String world;
    private final UnknownRequests unknown = new UnknownRequests();

    private SimulatedKustomer(KustomerSimulator simulator, String world) {
        this.simulator = simulator;
        this.world = world;
    }

    /** Starts a Kustomer without records on a free port of the loopback address. */
    public static SimulatedKustomer start() {
        return start("{}");
    }

    /**
     * Starts a Kustomer on a free port of the loopback address.
     *
     * @param world JSON with the records to start with, as the simulator's documentation describes it
     * @throws IllegalArgumentException if the JSON is not valid; the message names the place
     */
    public static SimulatedKustomer start(String world) {
        SimulatedKustomer kustomer = new SimulatedKustomer(KustomerSimulator.start(), world);
        try {
            kustomer.reset();
            return kustomer;
        } catch (IllegalArgumentException e) {
            kustomer.close();
            throw e;
        }
    }

    /** The base URL, without a path, such as {@code http://127.0.0.1:40123}. */
    public String baseUrl() {
        return simulator.url();
    }

    /** An API key with every role. */
    public String apiKey() {
        return KustomerSimulator.API_KEY;
    }

    /** Adds an API key, not blank, that has only the given roles, such as {@code org.user.customer.read}. */
    public void addKey(String key, String... roles) {
        simulator.addKey(key, Set.copyOf(List.of(roles)));
    }

    /** Sets how many requests Kustomer accepts in a minute; 0 refuses all with 429: see {@link Settings#rateLimit}. */
    public void rateLimit(int requests) {
        simulator.settings().rateLimit(requests);
    }

    /** The settings of Kustomer, for behaviour that Kustomer does not document. {@link #reset()} restores them. */
    public Settings settings() {
        return simulator.settings();
    }

    /**
     * Removes all records, requests, faults and keys, gives the settings their defaults, and loads the world of the
     * start again. The address stays.
     */
    public void reset() {
        simulator.settings().restoreDefaults();
        simulator.reset();
        unknown.clear();
        load(world);
    }

    /**
     * Adds the records of a world to those that exist.
     *
     * @throws IllegalArgumentException if the JSON is not valid; the message names the place
     */
    public void load(String json) {
        new World(simulator).load(json);
    }

    /**
     * Stores a record, without an event.
     *
     * @param kind such as {@code customer}, {@code conversation}, {@code queue} or {@code kobject.order}
     * @param fields as in the body of a create; an {@code id} is optional
     * @return the id
     * @throws IllegalArgumentException if there is no such kind, or Kustomer would refuse a field; the message names it
     */
    public String add(String kind, Map<String, ?> fields) {
        return new World(simulator).add(kind, Json.of(fields));
    }

    /**
     * Changes a record, as an agent does. Other fields stay.
     *
     * @param fields as in the body of an update
     * @throws IllegalArgumentException if there is no such record, or Kustomer would refuse a field; the message names it
     */
    public void update(String kind, String id, Map<String, ?> fields) {
        new World(simulator).update(kind, id, Json.of(fields));
    }

    /** The customers, oldest first. */
    public List<Map<String, Object>> customers() {
        return records("customer");
    }

    /** The conversations, oldest first. */
    public List<Map<String, Object>> conversations() {
        return records("conversation");
    }

    /**
     * The records of a kind, oldest first.
     *
     * @param kind such as {@code note}, {@code message}, {@code company}, {@code work_item} or {@code kobject.order}
     * @throws IllegalArgumentException if there is no such kind
     */
    public List<Map<String, Object>> records(String kind) {
        new World(simulator).requireKind(kind);
        return simulator.records(kind).stream().map(RecordMaps::of).toList();
    }

    /** The sent drafts, in the order of the requests, without scheduled ones; none if they are not listed. */
    public List<Map<String, Object>> messagesSent() {
        return records("draft").stream()
                .filter(draft -> "sent".equals(draft.get("status")))
                .toList();
    }

    /**
     * The records that exist more than once: of the same kind and with the same fields, apart from id, times and
     * revision. Each entry is one group of such records; without duplicates the list is empty.
     */
    public List<List<Map<String, Object>>> duplicates() {
        return simulator.kinds().stream()
                .flatMap(kind -> RecordMaps.duplicates(records(kind)).stream())
                .toList();
    }

    /** The requests since the start of the test, in the order of their arrival. */
    public List<SimulatedRequest> requests() {
        return simulator.requests().stream().map(SimulatedRequest::of).toList();
    }

    /** The next create, after Kustomer has stored the record. */
    public NextRequest afterNextCreate() {
        return new NextRequest(simulator, Fault.Step.AFTER_STORING, NextRequest.CREATES, 1);
    }

    /** The next create, before Kustomer stores anything. */
    public NextRequest beforeNextCreate() {
        return new NextRequest(simulator, Fault.Step.AFTER_READING, NextRequest.CREATES, 1);
    }

    /** The next update, after Kustomer has stored the change. */
    public NextRequest afterNextUpdate() {
        return new NextRequest(simulator, Fault.Step.AFTER_STORING, NextRequest.UPDATES, 1);
    }

    /** The next update, before Kustomer changes anything. */
    public NextRequest beforeNextUpdate() {
        return new NextRequest(simulator, Fault.Step.AFTER_READING, NextRequest.UPDATES, 1);
    }

    /** The next request of any kind, after Kustomer has carried it out. */
    public NextRequest afterNextRequest() {
        return new NextRequest(simulator, Fault.Step.AFTER_STORING, RequestMatcher.any(), 1);
    }

    /** The next request of any kind, before Kustomer carries it out. */
    public NextRequest beforeNextRequest() {
        return new NextRequest(simulator, Fault.Step.AFTER_READING, RequestMatcher.any(), 1);
    }

    /**
     * Opens a conversation as the customer, with a first message. Webhooks receive the events.
     *
     * @return the id of the conversation
     * @throws IllegalArgumentException if there is no such customer
     */
    public String customerWrites(String customer, String text) {
        return simulator.writeAsCustomer(customer, text);
    }

    /**
     * Answers in a conversation as its customer. Webhooks receive the event.
     *
     * @return the id of the message
     * @throws IllegalArgumentException if there is no such conversation
     */
    public String customerAnswers(String conversation, String text) {
        return simulator.answerAsCustomer(conversation, text);
    }

    /**
     * Closes a conversation, as an agent does. Webhooks receive the event.
     *
     * @throws IllegalArgumentException if there is no such conversation
     */
    public void agentCloses(String conversation) {
        new World(simulator).require("conversation", conversation);
        simulator.closeConversation(conversation);
    }

    /**
     * Registers a webhook, as an administrator does.
     *
     * @param events such as {@code kustomer.message.create}
     * @return the token with which Kustomer signs the events
     * @throws IllegalArgumentException if the address is neither https nor of this computer, Kustomer has no such event,
     *     or there are five webhooks already
     */
    public String registerWebhook(String url, String... events) {
        ObjectNode webhook = simulator.webhooks().register(url, events);
        return webhook.at("/attributes/token").asText();
    }

    /** Declares that the test sends unknown requests to paths with this beginning. It fails if it sends none. */
    public void expectUnknownRequests(String pathPrefix) {
        unknown.expect(pathPrefix, RequestMatcher.path(pathPrefix));
    }

    /**
     * Checks that Kustomer knows the path and method of each request, apart from the expected ones.
     *
     * @throws AssertionError if it does not, with a list of the requests, or if an expected request was not sent
     */
    public void assertNoUnknownRequests() {
        unknown.check(List.of(simulator));
    }

    @Override
    public void close() {
        simulator.close();
    }
}
