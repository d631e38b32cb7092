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
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * An in-memory Kustomer that listens on a port of the loopback address.
 *
 * <p>It stores records and enforces uniqueness, roles and rate limits as the real API does. {@link #inject} adds
 * faults. Where the behaviour of the real API is not documented, {@link #settings()} has a switch.
 *
 * <p>All methods are thread-safe. {@link #close()} ends all open connections.
 */
public final class KustomerSimulator implements AutoCloseable {

    /** A key with every role. It exists from the start and after each {@link #reset()}. */
    public static final String API_KEY = "eyJhbGciOiJIUzI1NiJ9.eyJzaW11bGF0b3IiOnRydWV9.not-a-signature";

    private static final String LOOPBACK = "127.0.0.1";
    private static final int BACKLOG = 1024;

    private final Settings settings = new Settings();
    private final RequestLog log = new RequestLog(settings);
    private final FaultScript faults = new FaultScript();
    private final Hook hook = new Hook();
    private final Webhooks webhooks = new Webhooks(settings, this::resources);
    private final Store store = new Store(settings, webhooks.source());
    private final ApiKeys keys = new ApiKeys(settings);
    private final RateLimits limits = new RateLimits(settings);
    private final MovedRecords moved = new MovedRecords();
    private final ReadLag lag = new ReadLag(settings);
    private final Map<String, Records> records = new ConcurrentHashMap<>();
    private final Resources resources = new Resources(settings, recordsOf("tag"));
    private final WorkItems workItems = new WorkItems(settings, resources, this::recordsOf);
    private final Uploads uploads = new Uploads();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;
    private final Relay relay;
    private final FaultInjector injector;
    private final RequestHandler exchanges;
    private final BulkOperations bulks;
    private final PageFaults pageFaults = new PageFaults(faults);
    private final List<Route> endpoints;
    private final Set<String> allRoles;

    private KustomerSimulator(Dialect dialect, String host, int port) {
        server = server();
        relay = new Relay(address(host, port), server.getAddress());
        injector = new FaultInjector(relay, moved, lag);
        BodyValidator validator = new BodyValidator(dialect, settings, store, limits);
        List<Route> routes = new ArrayList<>(routes(dialect, validator));
        bulks = new BulkOperations(() -> List.copyOf(routes), validator, settings);
        if (dialect == Dialect.LIVE) {
            routes.addAll(0, bulks.all());
        }
        endpoints = List.copyOf(routes);
        Gateway gateway = new Gateway(settings, keys, limits, validator, log, endpoints);
        exchanges = new RequestHandler(gateway, uploads, log, faults, injector, lag, settings, bulks::advance);
        server.createContext("/", page());
        server.setExecutor(threads);
        allRoles = gateway.roles();
        addInitialState();
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
        KustomerSimulator simulator = new KustomerSimulator(dialect, host, port);
        simulator.server.start();
        simulator.relay.start();
        simulator.webhooks.start();
        return simulator;
    }

    private static InetSocketAddress address(String host, int port) {
        try {
            return new InetSocketAddress(InetAddress.getByName(host), port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HttpServer server() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SimulatorPage page() {
        PageState state = new PageState(this, exchanges.traces(), pageFaults, keys);
        return new SimulatorPage(exchanges, new PageAccess(relay), state, new PageActions(this, pageFaults));
    }

    private List<Route> routes(Dialect dialect, BodyValidator validator) {
        ReplyBodies replies = new ReplyBodies(dialect, moved);
        Attachments attachments = new Attachments(recordsOf("attachment"), resources, uploads, this::uploadUrl);
        Timeline.Parts parts = new Timeline.Parts(store, resources, replies, hook, validator, attachments);
        RecordRoutes endpoints = new RecordRoutes(parts, this::recordsOf, settings);
        List<Route> routes = new ArrayList<>(endpoints.creates());
        if (dialect == Dialect.LIVE) {
            routes.addAll(endpoints.others());
            routes.addAll(new TokenOperations(settings).all());
            routes.addAll(new SearchOperations(this::searched, settings, limits, moved).all());
            routes.addAll(new WorkItemOperations(this::recordsOf, store, workItems, replies, hook).all());
            routes.addAll(webhooks.routes(replies, hook));
            routes.addAll(
                    new MessageAttachments(recordsOf("message"), recordsOf("attachment"), replies, this::downloadUrl)
                            .all());
        }
        return routes;
    }

    private String uploadUrl() {
        return settings.uploadUrl().orElse(url() + Uploads.PATH);
    }

    private String downloadUrl(String attachment) {
        return settings.downloadUrl().orElse(url() + Uploads.PATH) + "/" + attachment + "?signature=of-" + attachment;
    }

    /** The base URL, without a path. */
    public URI baseUrl() {
        return URI.create(url());
    }

    /** {@link #baseUrl()} as text. */
    public String url() {
        return "http://" + relay.host() + ":" + relay.port();
    }

    /** The settings of this simulator. They can be changed at any time. */
    public Settings settings() {
        return settings;
    }

    /** Adds a key with only the given roles. A key of the same text is replaced. */
    public void addKey(String key, Set<String> roles) {
        keys.add(new ApiKey(key, roles, settings.pod(), false));
    }

    /**
     * Adds a key with every role, but of another region. Requests with it are refused with 401.
     *
     * @param pod the region's name, such as {@code prod2}
     */
    public void addForeignKey(String key, String pod) {
        keys.add(new ApiKey(key, Set.of(), pod, true));
    }

    /** Copies of the stored customers, oldest first. */
    public List<ObjectNode> customers() {
        return store.customers();
    }

    /** Copies of the stored conversations, oldest first. */
    public List<ObjectNode> conversations() {
        return store.conversations();
    }

    /**
     * Copies of the stored records of another kind, oldest first.
     *
     * @param type such as {@code note}, {@code message}, {@code draft}, {@code tag}, {@code user}, {@code company} or {@code
     *     kobject.order}
     */
    public List<ObjectNode> records(String type) {
        return recordsOf(type).all(record -> true);
    }

    /** All endpoints, in the order in which a request is compared with them. */
    List<Route> routes() {
        return endpoints;
    }

    /** The kinds of records that exist or existed. */
    Set<String> kinds() {
        Set<String> kinds = new TreeSet<>(records.keySet());
        kinds.addAll(List.of("customer", "conversation"));
        return kinds;
    }

    /** The records of a search's {@code queryContext}. */
    private List<ObjectNode> searched(String context) {
        return switch (context) {
            case "customer" -> customers();
            case "conversation" -> conversations();
            case "kobject" -> kobjects();
            default -> records(context.replaceFirst("^kobject_", "kobject."));
        };
    }

    /** Copies of the stored KObjects of all klasses. */
    List<ObjectNode> kobjects() {
        return records.keySet().stream()
                .filter(type -> type.startsWith("kobject."))
                .flatMap(type -> records(type).stream())
                .toList();
    }

    private Records recordsOf(String type) {
        return records.computeIfAbsent(type, kind -> new Records(webhooks.source(), settings::maxRecords));
    }

    /**
     * Stores a record of another kind, such as a user, a team or a queue. Only the uniqueness of its id is checked.
     *
     * @param json the body of a create; it may contain an {@code id}
     * @return the id
     * @throws IllegalArgumentException if the text is not JSON or the id is in use
     */
    public String seedRecord(String type, String json) {
        ObjectNode body = LookupOperations.withDefaults(type, (ObjectNode) Json.parse(json));
        ObjectNode record = resources.other(type, body);
        MessageAttachments.relate(record);
        seed(() -> recordsOf(type).add(record));
        return record.path("id").asText();
    }

    /**
     * Routes a conversation, as a queue rule does.
     *
     * @param json the body of a create of a work item: {@code {"resource": {"id": ..., "type": "conversation"}}}
     * @return the id of the open work item, which may have existed before
     */
    public String routeConversation(String json) {
        return workItems.open((ObjectNode) Json.parse(json)).path("id").asText();
    }

    /**
     * Changes a work item, as an agent or the routing of Kustomer does.
     *
     * @param json the body of an update; {@code rev} is not checked
     */
    public void updateWorkItem(String id, String json) {
        ObjectNode body = (ObjectNode) Json.parse(json);
        recordsOf(WorkItems.TYPE).update(id, item -> workItems.changed(item, body));
    }

    /**
     * Stores what an organization for customer service has: the queues {@code complaints} and {@code orders}, the
     * users {@code ada@example.org} and {@code grace@example.org}, the team Support, the hook {@code
     * order-complaint}, and the customer {@code C-2001} with the KObject {@code 4711} of the klass {@code order}.
     */
    public void seedOrganization() {
        SampleOrganization.seed(this);
    }

    /**
     * Stores a file in Kustomer, as if a customer had sent it. A message refers to it by its id in {@code attachments}.
     *
     * @param json {@code name}, {@code contentType}, and more attributes of an attachment
     * @return the id of the attachment
     */
    public String seedFile(String json, byte[] content) {
        ObjectNode body = Json.object()
                .put("contentLength", content.length)
                .put("uploaded", true)
                .put("redacted", false);
        body.setAll((ObjectNode) Json.parse(json));
        ObjectNode attachment = resources.other("attachment", body);
        seed(() -> recordsOf("attachment").add(attachment));
        String id = attachment.path("id").asText();
        uploads.put(id, content);
        return id;
    }

    /**
     * The uploaded file of an attachment; empty if there is none.
     *
     * @param attachment the id of the attachment
     */
    public Optional<byte[]> uploaded(String attachment) {
        return uploads.file(attachment);
    }

    /** All requests since the start or the last {@link #reset()}, in the order of their arrival. */
    public List<RecordedRequest> requests() {
        return log.requests();
    }

    /**
     * The requests whose path or method the dialect does not have, and those during which the simulator or a hook
     * threw.
     */
    public List<RecordedRequest> unexpected() {
        return log.unexpected();
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

    /**
     * Stores a customer. Only uniqueness is checked.
     *
     * @param json the body of a create; it may contain an {@code id}
     * @return the id
     * @throws IllegalArgumentException if the text is not JSON or an identifier or the id is in use
     */
    public String seedCustomer(String json) {
        ObjectNode customer = resources.customer((ObjectNode) Json.parse(json));
        seed(() -> store.addCustomer(customer));
        return customer.path("id").asText();
    }

    /**
     * Stores a conversation. Only uniqueness is checked.
     *
     * @param json the body of a create; it may contain an {@code id}
     * @return the id
     * @throws IllegalArgumentException if the text is not JSON or the id is in use
     */
    public String seedConversation(String json) {
        ObjectNode conversation = resources.conversation((ObjectNode) Json.parse(json));
        seed(() -> store.addConversation(conversation));
        return conversation.path("id").asText();
    }

    /**
     * Updates a customer, as another client does. Other fields stay.
     *
     * @param json the fields of the update
     */
    public void updateCustomer(String id, String json) {
        ObjectNode body = (ObjectNode) Json.parse(json);
        webhooks.source().as(EventSource.WEB, () -> store.updateCustomer(id, old -> resources.changed(old, body)));
    }

    /**
     * Updates a conversation, as another client does. Other fields stay.
     *
     * @param json the fields of the update
     */
    public void updateConversation(String id, String json) {
        ObjectNode body = (ObjectNode) Json.parse(json);
        webhooks.source().as(EventSource.WEB, () -> store.updateConversation(id, old -> resources.changed(old, body)));
    }

    /** The outbound webhooks: settings, deliveries, and faults of deliveries. */
    public Webhooks webhooks() {
        return webhooks;
    }

    /**
     * Opens a conversation as the customer, with a first message.
     *
     * @return the id of the conversation
     * @throws IllegalArgumentException if there is no such customer
     */
    public String writeAsCustomer(String customer, String text) {
        return people().write(customer, text);
    }

    /**
     * Answers in a conversation as the customer. A closed or snoozed conversation is open again.
     *
     * @return the id of the message
     * @throws IllegalArgumentException if there is no such conversation
     */
    public String answerAsCustomer(String conversation, String text) {
        return people().answer(conversation, text);
    }

    /** Closes a conversation, as an agent does. */
    public void closeConversation(String conversation) {
        people().close(conversation);
    }

    private Resources resources() {
        return resources;
    }

    private People people() {
        return new People(store, recordsOf("message"), resources, webhooks.source());
    }

    /**
     * Updates a record of another kind, as another client does. Other fields stay.
     *
     * @param type such as {@code company} or {@code kobject.order}
     * @param json the fields of the update
     */
    public void updateRecord(String type, String id, String json) {
        ObjectNode body = (ObjectNode) Json.parse(json);
        recordsOf(type).update(id, record -> resources.changed(record, body));
    }

    /**
     * Injects a fault into the next requests that match. If several faults match a request at a step, the one that
     * was added first is injected. {@link Fault#readLag} and {@link Fault#movedRecords} are injected beside another.
     *
     * @param times into how many requests; none if it is 0 or less
     */
    public void inject(Fault fault, RequestMatcher matcher, int times) {
        faults.add(fault, matcher, times);
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
        return bulks.seed(method, path, json, new ApiKey(API_KEY, allRoles, settings.pod(), true));
    }

    /**
     * Injects a fault into the next bulks, when they are carried out.
     *
     * @param times into how many bulks
     */
    public void inject(BulkFault fault, int times) {
        bulks.inject(fault, times);
    }

    /** The number of requests in progress, including those whose client has closed the connection. */
    public int activeRequests() {
        return exchanges.activeRequests();
    }

    /** The number of injected faults by kind. A kind without any is absent. */
    public Map<Fault.Kind, Integer> injected() {
        return faults.injected();
    }

    /**
     * Runs an action once, after the next create or update was validated and before it is stored. A test can let
     * another client write first.
     *
     * @param action receives the request; if it throws, the reply is 500 and the request is {@link #unexpected()}
     */
    public void beforeNextStore(Consumer<RecordedRequest> action) {
        hook.set(action);
    }

    /** Removes records, requests, faults and keys, and restarts the rate limits. The settings stay. */
    public void reset() {
        injector.release();
        faults.clear();
        pageFaults.clear();
        exchanges.traces().clear();
        hook.clear();
        store.clear();
        records.values().forEach(Records::clear);
        uploads.clear();
        webhooks.clear();
        bulks.clear();
        log.clear();
        limits.clear();
        moved.clear();
        lag.clear();
        keys.clear();
        addInitialState();
    }

    @Override
    public void close() {
        injector.release();
        webhooks.close();
        relay.close();
        server.stop(0);
        threads.shutdownNow();
    }

    private void seed(Runnable store) {
        try {
            webhooks.source().silently(store);
        } catch (ApiErrorException taken) {
            throw new IllegalArgumentException(taken.getMessage(), taken);
        }
    }

    private void addInitialState() {
        keys.add(new ApiKey(API_KEY, allRoles, settings.pod(), true));
        LookupOperations.addInitialRecords(this::recordsOf, resources);
    }
}
