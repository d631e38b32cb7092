package io.github.kustomerconnector.http;

import io.github.kustomerconnector.call.FileCopy;
import io.github.kustomerconnector.call.Upload;
import io.github.kustomerconnector.json.Json;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The requests of one execution to the file store of Kustomer, each within the deadline of the execution. */
final class FileStore {

    private static final Logger LOG = LoggerFactory.getLogger(FileStore.class);

    private final Transport transport;
    private final AllowedHosts allowedHosts;
    private final Deadline deadline;
    private final Meters meters;

    FileStore(Transport transport, AllowedHosts allowedHosts, Deadline deadline, Meters meters) {
        this.transport = transport;
        this.allowedHosts = allowedHosts;
        this.deadline = deadline;
        this.meters = meters;
    }

    UploadReply upload(URI address, Upload upload, Json fields, InputStream content) {
        allowedHosts.requireForUpload(address, upload.field());
        Duration before = deadline.elapsed();
        Reply reply = transport.upload(address, UploadForm.of(fields, upload), content, deadline.next());
        Duration took = deadline.elapsed().minus(before);
        if (LOG.isDebugEnabled()) {
            LOG.debug("POST of {} -> {} in {} ms", upload.field(), reply.outcome(), took.toMillis());
        }
        meters.recordUpload(reply, took);
        return ReplyReader.readUpload(reply);
    }

    <T> DownloadReply<T> download(URI address, String field, FileSink<T> sink) {
        allowedHosts.requireForDownload(address, field);
        Duration before = deadline.elapsed();
        DownloadReply<T> reply = transport.download(address, FileCopy.MAX_BYTES, deadline.next(), sink);
        if (LOG.isDebugEnabled()) {
            Duration took = deadline.elapsed().minus(before);
            LOG.debug("GET of {} -> {} in {} ms", field, reply.getClass().getSimpleName(), took.toMillis());
        }
        return reply;
    }
}
