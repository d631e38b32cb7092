package io.github.kustomerconnector.simulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/**
 * Handles the requests of the page: {@code GET /}, and the paths below {@value #PREFIX}. Every other request belongs
 * to the API. A request of the page is not recorded and counts for no rate limit.
 */
final class SimulatorPage implements HttpHandler {

    static final String PREFIX = "/simulator/";

    private static final String STATE = PREFIX + "state";
    private static final String ACTIONS = PREFIX + "actions/";
    private static final String ICON = "/favicon.ico";
    private static final int LARGEST_BODY = 100_000;
    private static final Map<String, String> HEADERS = Map.of(
            "Cache-Control", "no-store",
            "X-Content-Type-Options", "nosniff",
            "Referrer-Policy", "no-referrer",
            "Cross-Origin-Resource-Policy", "same-origin");

    private final HttpHandler api;
    private final PageAccess access;
    private final PageState state;
    private final PageActions actions;
    private final PageDocument document = new PageDocument();

    /** @param api handles the requests that are not for the page */
    SimulatorPage(HttpHandler api, PageAccess access, PageState state, PageActions actions) {
        this.api = api;
        this.access = access;
        this.state = state;
        this.actions = actions;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        boolean isForeign = access.isFromAnotherSite(exchange);
        if (!isForeign && !isForPage(exchange)) {
            api.handle(exchange);
            return;
        }
        try (exchange) {
            send(exchange, isForeign ? forbidden("The simulator answers to no other site") : reply(exchange));
        }
    }

    /** A request with a key is one of the API, also if its path is {@code /}. */
    private static boolean isForPage(HttpExchange exchange) {
        String path = path(exchange);
        boolean isDocument = path.equals("/")
                && exchange.getRequestMethod().equals("GET")
                && !exchange.getRequestHeaders().containsKey("Authorization");
        return isDocument || path.startsWith(PREFIX) || path.equals(ICON);
    }

    private Reply reply(HttpExchange exchange) throws IOException {
        String path = path(exchange);
        if (path.equals(ICON)) {
            return Reply.empty(404);
        }
        if (path.equals("/")) {
            return access.documentRefusal(exchange)
                    .map(SimulatorPage::forbidden)
                    .orElseGet(document::reply);
        }
        Optional<String> refusal = access.refusal(exchange);
        return refusal.isPresent() ? forbidden(refusal.get()) : endpoint(exchange, path);
    }

    private Reply endpoint(HttpExchange exchange, String path) throws IOException {
        String method = exchange.getRequestMethod();
        if (path.equals(STATE) && method.equals("GET")) {
            return state(exchange);
        }
        if (path.startsWith(ACTIONS) && method.equals("POST")) {
            byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY);
            return actions.perform(path.substring(ACTIONS.length()), new String(body, StandardCharsets.UTF_8));
        }
        return Reply.json(404, Json.object().put("problem", "The page has no such path"));
    }

    /** The state, or 304 if the browser has it already. */
    private Reply state(HttpExchange exchange) {
        String query = Optional.ofNullable(exchange.getRequestURI().getQuery()).orElse("");
        String json = state.json(query.replaceFirst("^conversation=", ""));
        String tag = '"' + HexFormat.of().formatHex(PageDocument.sha256(json)) + '"';
        return tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))
                ? Reply.empty(304)
                : Reply.json(200, json).with(Map.of("ETag", tag));
    }

    private static Reply forbidden(String reason) {
        return Reply.json(403, Json.object().put("problem", reason));
    }

    private static void send(HttpExchange exchange, Reply reply) throws IOException {
        reply.with(HEADERS).headers().forEach(exchange.getResponseHeaders()::set);
        byte[] body = exchange.getRequestMethod().equals("HEAD") ? new byte[0] : reply.bytes();
        exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    private static String path(HttpExchange exchange) {
        return Optional.ofNullable(exchange.getRequestURI().getRawPath()).orElse("");
    }
}
