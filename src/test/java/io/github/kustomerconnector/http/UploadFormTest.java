package io.github.kustomerconnector.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kustomerconnector.call.Path;
import io.github.kustomerconnector.call.Request;
import io.github.kustomerconnector.call.Role;
import io.github.kustomerconnector.call.Upload;
import io.github.kustomerconnector.json.Json;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import org.junit.jupiter.api.Test;

class UploadFormTest {

    private static final byte[] CONTENT = "h\u00e9llo".getBytes(StandardCharsets.UTF_8);

    @Test
    void has_the_fields_first_and_the_file_last() {
        BodyPublisher form = form("a.txt").with(new ByteArrayInputStream(CONTENT));

        assertThat(text(form))
                .isEqualTo(String.join(
                        "\r\n",
                        "--b",
                        "Content-Disposition: form-data; name=\"key\"",
                        "",
                        "uploads/1",
                        "--b",
                        "Content-Disposition: form-data; name=\"file\"; filename=\"a.txt\"",
                        "Content-Type: text/plain",
                        "",
                        "h\u00e9llo",
                        "--b--",
                        ""));
    }

    @Test
    void its_length_is_the_number_of_its_bytes() {
        BodyPublisher form = form("\u00e9.txt").with(new ByteArrayInputStream(CONTENT));

        assertThat(form.contentLength()).isEqualTo(text(form).getBytes(StandardCharsets.UTF_8).length);
    }

    @Test
    void a_name_cannot_end_its_header() {
        BodyPublisher form = form("a\"\r\nX-Injected: yes").with(new ByteArrayInputStream(CONTENT));

        assertThat(text(form)).contains("; filename=\"a%22%0D%0AX-Injected: yes\"\r\n");
    }

    @Test
    void each_form_has_another_boundary() {
        assertThat(UploadForm.of(Json.NULL, upload("a")).contentType())
                .startsWith("multipart/form-data; boundary=kustomer-")
                .isNotEqualTo(UploadForm.of(Json.NULL, upload("a")).contentType());
    }

    private static UploadForm form(String name) {
        return new UploadForm("b", Json.object(Map.of("key", Json.of("uploads/1"))), upload(name));
    }

    private static Upload upload(String name) {
        Request announcement = Request.get(Path.of("/v1/attachments"), new Role("any", "any"));
        return new Upload("note.attachments[0]", announcement, name, "text/plain", CONTENT.length, Json.NULL);
    }

    private static String text(BodyPublisher publisher) {
        BodySubscriber<String> body = BodySubscribers.ofString(StandardCharsets.UTF_8);
        publisher.subscribe(new Subscriber<>() {
            @Override
            public void onSubscribe(Subscription subscription) {
                body.onSubscribe(subscription);
            }

            @Override
            public void onNext(ByteBuffer buffer) {
                body.onNext(List.of(buffer));
            }

            @Override
            public void onError(Throwable problem) {
                body.onError(problem);
            }

            @Override
            public void onComplete() {
                body.onComplete();
            }
        });
        return body.getBody().toCompletableFuture().join();
    }
}
