package io.github.kustomerconnector.http;

import io.github.kustomerconnector.json.Body;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The body of a request, which can be withdrawn until the JDK's client takes it. The client takes it when the
 * connection is open and the headers are written. A server does nothing with a request that lacks its body.
 */
final class RequestBody implements BodyPublisher {

    private enum State {
        OPEN,
        TAKEN,
        WITHDRAWN
    }

    /** Of a body that is not sent. */
    private record NoBytes() implements Subscription {
        @Override
        public void request(long count) {}

        @Override
        public void cancel() {}
    }

    /** Publishes the whole body at once, without the copies that the JDK's publisher of bytes makes. */
    private final class Whole implements Subscription {

        private final Subscriber<? super ByteBuffer> subscriber;
        private boolean isDone;

        Whole(Subscriber<? super ByteBuffer> subscriber) {
            this.subscriber = subscriber;
        }

        @Override
        public void request(long count) {
            if (!isDone) {
                isDone = true;
                subscriber.onNext(body.view());
                subscriber.onComplete();
            }
        }

        @Override
        public void cancel() {
            isDone = true;
        }
    }

    private final Body body;
    private final AtomicReference<State> state = new AtomicReference<>(State.OPEN);

    RequestBody(Body body) {
        this.body = body;
    }

    /** Whether the request is certainly not sent: the client has not taken the body, and can't take it any more. */
    boolean withdraw() {
        return state.compareAndSet(State.OPEN, State.WITHDRAWN);
    }

    @Override
    public long contentLength() {
        return body.size();
    }

    /** The client may take the body again, if the server has returned the request unread (HTTP/2). */
    @Override
    public void subscribe(Subscriber<? super ByteBuffer> subscriber) {
        if (state.compareAndSet(State.OPEN, State.TAKEN) || state.get() == State.TAKEN) {
            subscriber.onSubscribe(new Whole(subscriber));
        } else {
            subscriber.onSubscribe(new NoBytes());
            subscriber.onError(new IOException("the request was given up"));
        }
    }
}
