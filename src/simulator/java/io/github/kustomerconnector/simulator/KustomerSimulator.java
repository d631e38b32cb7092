package io.github.kustomerconnector.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * An in-memory Kustomer that listens on a port of the loopback address.
 *
 * <p>It stores records and enforces uniqueness, roles and rate limits as the real API does. {@link #inject} adds
 * faults. Where the behaviour of the real API is not documented, {@link #settings()} has a switch.
 *
 * <p>All methods are thread-safe. {@link #close()} ends all open connections.
 */
@ForOwnTests
public final class KustomerSimulator extends SimulatedRecords implements AutoCloseable {

    /** A key with every role. It exists from the start and after each {@link #reset()}. */
    public static final String API_KEY = "eyJhbGciOiJIUzI1NiJ9.eyJzaW11bGF0b3IiOnRydWV9.not-a-signature";

    private static final String LOOPBACK = "127.0.0.1";

    private final Settings settings;
    private final SimulatorServer server;

    private KustomerSimulator(Dialect dialect, InetSocketAddress address, Settings settings) {
        super(new Organization(settings));
        this.settings = settings;
        server = new SimulatorServer(settings, organization, dialect, address);
        organization.addInitialRecords();
    }

    /**
     * Starts a simulator of {@link Dialect#LIVE} on a free port.
     *
     * @throws java.io.UncheckedIOException if no port is free
     */
    public static KustomerSimulator start() {
        return start(Dialect.LIVE);
    }

    /**
     * Starts a simulator on a free port.
     *
     * @throws java.io.UncheckedIOException if no port is free
     */
    public static KustomerSimulator start(Dialect dialect) {
        return start(dialect, LOOPBACK, 0);
    }

    /**
     * Starts a simulator.
     *
     * @param host the name or number of the address to listen on
     * @param port 0 for a free port
     * @throws UncheckedIOException if the address is unknown or the port is in use
     */
    static KustomerSimulator start(Dialect dialect, String host, int port) {
        KustomerSimulator simulator = new KustomerSimulator(dialect, address(host, port), new Settings());
        simulator.server.start(simulator);
        simulator.webhooks().start();
        return simulator;
    }

    private static InetSocketAddress address(String host, int port) {
        try {
            return new InetSocketAddress(InetAddress.getByName(host), port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The base URL, without a path. */
    public URI baseUrl() {
        return URI.create(url());
    }

    /** {@link #baseUrl()} as text. */
    public String url() {
        return server.url();
    }

    /** The settings of this simulator. They can be changed at any time. */
    public Settings settings() {
        return settings;
    }

    /** The outbound webhooks: settings, deliveries, and faults of deliveries. */
    public Webhooks webhooks() {
        return organization.webhooks();
    }

    /** Adds a key with only the given roles. A key of the same text is replaced. */
    public void addKey(String key, Set<String> roles) {
        server.keys().add(new ApiKey(key, roles, settings.values().pod, false));
    }

    /** Adds a key with every role of another region, such as {@code prod2}. Requests with it are refused with 401. */
    public void addForeignKey(String key, String pod) {
        server.keys().add(new ApiKey(key, Set.of(), pod, true));
    }

    /** All endpoints, in the order in which a request is compared with them. */
    List<Route> routes() {
        return server.routes();
    }

    /** All requests since the start or the last {@link #reset()}, in the order of their arrival. */
    public List<RecordedRequest> requests() {
        return server.log().requests();
    }

    /**
     * The requests whose path or method the dialect does not have, and those during which the simulator or a hook
     * threw.
     */
    public List<RecordedRequest> unexpected() {
        return server.log().unexpected();
    }

    /**
     * Checks that there are no {@link #unexpected()} requests.
     *
     * @throws AssertionError if there are any; the message lists them
     */
    public void assertNothingUnexpected() {
        if (!unexpected().isEmpty()) {
            throw new AssertionError("unexpected requests: " + unexpected());
        }
    }

    /** The number of requests in progress, including those whose client has closed the connection. */
    public int activeRequests() {
        return server.activeRequests();
    }

    /**
     * Injects a fault into the next requests that match. If several faults match a request at a step, the one that
     * was added first is injected. {@link Fault#readLag} and {@link Fault#movedRecords} are injected beside another.
     *
     * @param times into how many requests; none if it is 0 or less
     */
    public void inject(Fault fault, RequestMatcher matcher, int times) {
        server.faults().add(fault, matcher, times);
    }

    /** Injects a fault into the given number of bulks, when they are carried out. */
    public void inject(BulkFault fault, int times) {
        server.bulks().inject(fault, times);
    }

    /** The number of injected faults by kind. A kind without any is absent. */
    public Map<Fault.Kind, Integer> injected() {
        return server.faults().injected();
    }

    /**
     * Adds a bulk, as another request of the default key makes it.
     *
     * @param method of the requests for single records
     * @param path of the collection, such as {@code /v1/customers}
     * @param json the items
     * @return the id of the bulk
     */
    public String seedBulk(String method, String path, String json) {
        return server.bulks().seed(method, path, json, server.wholeKey());
    }

    /**
     * Runs an action once, after the next create or update was validated and before it is stored. A test can let
     * another client write first.
     *
     * @param action receives the request; if it throws, the reply is 500 and the request is {@link #unexpected()}
     */
    public void beforeNextStore(Consumer<RecordedRequest> action) {
        server.hook().set(action);
    }

    /** Removes records, requests, faults and keys, and restarts the rate limits. The settings stay. */
    public void reset() {
        server.clear();
        organization.clear();
    }

    @Override
    public void close() {
        webhooks().close();
        server.close();
    }
}
