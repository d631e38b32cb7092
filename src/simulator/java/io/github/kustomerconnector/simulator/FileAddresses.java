package io.github.kustomerconnector.simulator;

import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * The addresses of the file store. They begin as the address by which the client reached the simulator, because behind
 * a mapped port, a tunnel or a proxy it cannot reach the address on which the simulator listens.
 */
final class FileAddresses {

    private static final Pattern HOST = Pattern.compile("[\\w.-]+(:\\d{1,5})?|\\[[0-9a-fA-F:.]+](:\\d{1,5})?");

    private final Settings settings;
    private final Supplier<String> own;

    /** @param own the base URL of the simulator, for a request without a host */
    FileAddresses(Settings settings, Supplier<String> own) {
        this.settings = settings;
        this.own = own;
    }

    /** Where the client uploads files to. */
    String upload(RecordedRequest request) {
        return settings.values().uploadUrl.orElseGet(() -> store(request));
    }

    /** Where the client fetches the file of an attachment. */
    String download(RecordedRequest request, String attachment) {
        String store = settings.values().downloadUrl.orElseGet(() -> store(request));
        return store + "/" + attachment + "?signature=of-" + attachment;
    }

    private String store(RecordedRequest request) {
        String scheme = request.header("X-Forwarded-Proto").orElse("").equals("https") ? "https" : "http";
        String base = request.header("Host")
                .filter(host -> HOST.matcher(host).matches())
                .map(host -> scheme + "://" + host)
                .orElseGet(own);
        return base + Uploads.PATH;
    }
}
