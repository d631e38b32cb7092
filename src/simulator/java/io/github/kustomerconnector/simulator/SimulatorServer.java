package io.github.kustomerconnector.simulator;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The HTTP side of a simulator: its address, its endpoints with their keys and rate limits, the log of requests, and
 * the faults.
 */
final class SimulatorServer implements AutoCloseable {

    private static final int BACKLOG = 1024;

    /** The JDK's server reads it once. Without it, a reply of more than 8 kB waits 40 ms for an acknowledgement. */
    private static final String NO_DELAY = "sun.net.httpserver.nodelay";

    private final Settings settings;
    private final RequestLog log;
    private final FaultScript faults = new FaultScript();
    private final PageFaults pageFaults = new PageFaults(faults);
    private final Hook hook = new Hook();
    private final ApiKeys keys;
    private final RateLimits limits;
    private final MovedRecords moved = new MovedRecords();
    private final ReadLag lag;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;
    private final Relay relay;
    private final FaultInjector injector;
    private final BulkOperations bulks;
    private final List<Route> routes;
    private final RequestHandler handler;
    private final Set<String> allRoles;

    SimulatorServer(Settings settings, Organization organization, Dialect dialect, InetSocketAddress address) {
        this.settings = settings;
        log = new RequestLog(settings);
        keys = new ApiKeys(settings);
        limits = new RateLimits(settings);
        lag = new ReadLag(settings);
        server = server();
        relay = new Relay(address, server.getAddress());
        injector = new FaultInjector(relay, moved, lag);
        BodyValidator validator = new BodyValidator(dialect, settings, organization.store(), limits);
        List<Route> endpoints = new ArrayList<>(
                new Endpoints(organization, settings, limits, moved, hook, this::url).of(dialect, validator));
        bulks = new BulkOperations(() -> List.copyOf(endpoints), validator, settings);
        if (dialect == Dialect.LIVE) {
            endpoints.addAll(0, bulks.all());
        }
        routes = List.copyOf(endpoints);
        Gateway gateway = new Gateway(settings, keys, limits, validator, log, routes);
        allRoles = gateway.roles();
        handler = new RequestHandler(gateway, organization.uploads(), log, faults, injector, lag, settings, () -> {
            bulks.advance();
            organization.trim();
        });
        server.setExecutor(threads);
        addKey();
    }

    private static HttpServer server() {
        System.setProperty(NO_DELAY, System.getProperty(NO_DELAY, "true"));
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Serves the API, and the page of this simulator at {@code /}. */
    void start(KustomerSimulator kustomer) {
        PageState state = new PageState(kustomer, handler.traces(), pageFaults, keys);
        PageActions actions = new PageActions(kustomer, pageFaults);
        server.createContext("/", new SimulatorPage(handler, new PageAccess(relay), state, actions));
        server.start();
        relay.start();
    }

    String url() {
        return "http://" + relay.host() + ":" + relay.port();
    }

    /** All endpoints, in the order in which a request is compared with them. */
    List<Route> routes() {
        return routes;
    }

    RequestLog log() {
        return log;
    }

    FaultScript faults() {
        return faults;
    }

    Hook hook() {
        return hook;
    }

    ApiKeys keys() {
        return keys;
    }

    BulkOperations bulks() {
        return bulks;
    }

    int activeRequests() {
        return handler.activeRequests();
    }

    /** The key that has every role. */
    ApiKey wholeKey() {
        return new ApiKey(KustomerSimulator.API_KEY, allRoles, settings.values().pod, true);
    }

    /** Ends running faults, then removes what tests and requests have added. */
    void clear() {
        injector.release();
        faults.clear();
        pageFaults.clear();
        handler.traces().clear();
        hook.clear();
        bulks.clear();
        log.clear();
        limits.clear();
        moved.clear();
        lag.clear();
        keys.clear();
        addKey();
    }

    @Override
    public void close() {
        injector.release();
        relay.close();
        server.stop(0);
        threads.shutdownNow();
    }

    private void addKey() {
        keys.add(wholeKey());
    }
}
