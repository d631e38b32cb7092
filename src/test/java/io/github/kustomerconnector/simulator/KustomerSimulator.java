package io.github.kustomerconnector.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * A Kustomer in memory, on a loopback port of its own: it keeps customers and conversations, and refuses, limits and fails
 * as the real one does. What the real one does is not documented everywhere: {@link #settings()} holds the open points.
 */
public final class KustomerSimulator implements AutoCloseable {

    /** A key that may do everything. */
    public static final String API_KEY = "eyJhbGciOiJIUzI1NiJ9.eyJzaW11bGF0b3IiOnRydWV9.not-a-signature";

    private static final int BACKLOG = 1024;

    private final Settings settings = new Settings();
    private final Journal journal = new Journal();
    private final Faults faults = new Faults();
    private final Hook hook = new Hook();
    private final Store store = new Store(settings);
    private final Keys keys = new Keys(settings);
    private final RateLimits limits = new RateLimits(settings);
    private final Resources resources = new Resources(settings);
    private final Map<String, Records> records = new ConcurrentHashMap<>();
    private final Uploads uploads = new Uploads();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;
    private final Relay relay;
    private final Strikes strikes;
    private final Exchanges exchanges;

    private KustomerSimulator(Dialect dialect, int port) {
        server = server();
        relay = new Relay(port, server.getAddress());
        strikes = new Strikes(relay);
        Admission admission = new Admission(dialect, settings, store, limits);
        Gateway gateway = new Gateway(settings, keys, limits, admission, journal, routes(dialect, admission));
        exchanges = new Exchanges(gateway, uploads, journal, faults, strikes, settings);
        server.createContext("/", exchanges);
        server.setExecutor(threads);
        addDefaultKey();
    }

    /** Starts one that speaks as the real API does. */
    public static KustomerSimulator start() {
        return start(Dialect.LIVE);
    }

    /** Starts one on a free port. */
    public static KustomerSimulator start(Dialect dialect) {
        return start(dialect, 0);
    }

    static KustomerSimulator start(Dialect dialect, int port) {
        KustomerSimulator simulator = new KustomerSimulator(dialect, port);
        simulator.server.start();
        simulator.relay.start();
        return simulator;
    }

    private static HttpServer server() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Route> routes(Dialect dialect, Admission admission) {
        Replies replies = new Replies(dialect);
        CustomerOperations customers =
                new CustomerOperations(store, recordsOf("customer_merge"), resources, replies, hook);
        ConversationOperations conversations = new ConversationOperations(store, resources, replies, hook, admission);
        List<Route> routes = new ArrayList<>(customers.creates());
        routes.addAll(conversations.creates());
        if (dialect == Dialect.LIVE) {
            routes.addAll(customers.others());
            routes.addAll(conversations.others());
            routes.addAll(new TokenOperations(settings).all());
            routes.addAll(new SearchOperations(this::searched, settings, limits).all());
            routes.addAll(timelines(replies, admission));
        }
        return routes;
    }

    private String uploadUrl() {
        return settings.uploadUrl().orElse(url() + Uploads.PATH);
    }

    private List<Route> timelines(Replies replies, Admission admission) {
        Attachments attachments = new Attachments(recordsOf("attachment"), resources, uploads, this::uploadUrl);
        Timeline.Parts parts = new Timeline.Parts(store, resources, replies, hook, admission, attachments);
        List<Route> routes = new ArrayList<>(attachments.all());
        routes.addAll(new NoteOperations(new Timeline("note", recordsOf("note"), parts)).all());
        routes.addAll(new MessageOperations(new Timeline("message", recordsOf("message"), parts), settings).all());
        routes.addAll(new DraftOperations(recordsOf("draft"), recordsOf("message"), parts, settings).all());
        return routes;
    }

    /** Where it listens, without a path. */
    public URI baseUrl() {
        return URI.create(url());
    }

    /** {@link #baseUrl()} as text. */
    public String url() {
        return "http://127.0.0.1:" + relay.port();
    }

    /** Its switches. */
    public Settings settings() {
        return settings;
    }

    /** Makes a key that has only these roles. */
    public void addKey(String key, Set<String> roles) {
        keys.add(new ApiKey(key, roles, settings.pod(), false));
    }

    /** Makes a key that has every role, but in the region of another pod. */
    public void addForeignKey(String key, String pod) {
        keys.add(new ApiKey(key, Set.of(), pod, true));
    }

    /** The customers as they are stored, oldest first. */
    public List<ObjectNode> customers() {
        return store.customers();
    }

    /** The conversations as they are stored, oldest first. */
    public List<ObjectNode> conversations() {
        return store.conversations();
    }

    /** The records of another kind as they are stored, oldest first. */
    public List<ObjectNode> records(String type) {
        return recordsOf(type).all(record -> true);
    }

    /** The records that a query context of a search means. */
    private List<ObjectNode> searched(String context) {
        return switch (context) {
            case "customer" -> customers();
            case "conversation" -> conversations();
            case "kobject" ->
                records.keySet().stream()
                        .filter(type -> type.startsWith("kobject."))
                        .flatMap(type -> records(type).stream())
                        .toList();
            default -> records(context.replaceFirst("^kobject_", "kobject."));
        };
    }

    private Records recordsOf(String type) {
        return records.computeIfAbsent(type, kind -> new Records());
    }

    /**
     * Stores a record of another kind past all checks but uniqueness.
     *
     * @param json a create's body, which may have an {@code id}
     * @return the id
     */
    public String seedRecord(String type, String json) {
        ObjectNode record = resources.other(type, (ObjectNode) Json.parse(json));
        seed(() -> recordsOf(type).add(record));
        return record.path("id").asText();
    }

    /** The file that was uploaded for an attachment; empty if none was. */
    public Optional<byte[]> uploaded(String attachment) {
        return uploads.file(attachment);
    }

    /** All requests since the start or {@link #reset()}, in the order in which they came. */
    public List<RecordedRequest> requests() {
        return journal.requests();
    }

    /** The requests for paths and methods that the dialect does not know, and those at which a hook failed. */
    public List<RecordedRequest> unexpected() {
        return journal.unexpected();
    }

    /** Fails if there are {@link #unexpected()} requests. */
    public void assertNothingUnexpected() {
        if (!unexpected().isEmpty()) {
            throw new AssertionError("unexpected requests: " + unexpected());
        }
    }

    /**
     * Stores a customer past all checks but uniqueness.
     *
     * @param json a create's body, which may have an {@code id}
     * @return the id
     * @throws IllegalArgumentException if an identifier is taken
     */
    public String seedCustomer(String json) {
        ObjectNode customer = resources.customer((ObjectNode) Json.parse(json));
        seed(() -> store.addCustomer(customer));
        return customer.path("id").asText();
    }

    /**
     * Stores a conversation past all checks but uniqueness.
     *
     * @param json a create's body, which may have an {@code id}
     * @return the id
     * @throws IllegalArgumentException if the id is taken
     */
    public String seedConversation(String json) {
        ObjectNode conversation = resources.conversation((ObjectNode) Json.parse(json));
        seed(() -> store.addConversation(conversation));
        return conversation.path("id").asText();
    }

    /** Lets a fault strike the next so many requests that match. Of several faults that are due, the first added strikes. */
    public void inject(Fault fault, RequestMatcher matcher, int times) {
        faults.add(fault, matcher, times);
    }

    /** How many requests are at work, those among them whose clients have given up. */
    public int underWay() {
        return exchanges.underWay();
    }

    /** How many faults have struck, by kind. */
    public Map<Fault.Kind, Integer> injected() {
        return faults.struck();
    }

    /** Runs something once, when the next create or update has been found valid and is not yet stored. */
    public void beforeNextStore(Consumer<RecordedRequest> action) {
        hook.set(action);
    }

    /** Forgets records, requests, faults, keys and used budgets. The settings stay. */
    public void reset() {
        strikes.release();
        faults.clear();
        hook.clear();
        store.clear();
        records.values().forEach(Records::clear);
        uploads.clear();
        journal.clear();
        limits.clear();
        keys.clear();
        addDefaultKey();
    }

    @Override
    public void close() {
        strikes.release();
        relay.close();
        server.stop(0);
        threads.shutdownNow();
    }

    private static void seed(Runnable store) {
        try {
            store.run();
        } catch (Refusal taken) {
            throw new IllegalArgumentException(taken.getMessage(), taken);
        }
    }

    private void addDefaultKey() {
        keys.add(new ApiKey(API_KEY, Set.of(), settings.pod(), true));
    }
}
