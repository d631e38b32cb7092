package io.github.kustomerconnector.benchmark;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http2.Http2FrameCodecBuilder;
import io.netty.handler.codec.http2.Http2MultiplexHandler;
import io.netty.handler.codec.http2.Http2StreamFrameToHttpObjectCodec;
import io.netty.handler.ssl.ApplicationProtocolNames;
import io.netty.handler.ssl.ApplicationProtocolNegotiationHandler;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Handles the connections of one port and counts them. */
@ChannelHandler.Sharable
final class ServerPort extends ChannelInitializer<Channel> {

    private static final ServerAnswers ANSWERS = new ServerAnswers();

    private final AtomicLong requests = new AtomicLong();
    private final AtomicLong connections = new AtomicLong();
    private final AtomicLong handshakes = new AtomicLong();
    private final AtomicLong open = new AtomicLong();
    private final AtomicLong mostOpen = new AtomicLong();
    private final @Nullable SslContext tls;
    private final Duration latency;

    ServerPort(@Nullable SslContext tls, Duration latency) {
        this.tls = tls;
        this.latency = latency;
    }

    /** Returns the counts and resets the highest number of open connections. */
    ConnectionCounts counts() {
        return new ConnectionCounts(
                requests.get(), connections.get(), handshakes.get(), mostOpen.getAndSet(open.get()));
    }

    @Override
    protected void initChannel(Channel channel) {
        ChannelPipeline pipeline = channel.pipeline();
        pipeline.addLast(new Connections());
        if (tls == null) {
            http1(pipeline);
        } else {
            pipeline.addLast(tls.newHandler(channel.alloc()));
            pipeline.addLast(new Negotiation());
        }
    }

    private void http1(ChannelPipeline pipeline) {
        pipeline.addLast(new HttpServerCodec(), new HttpObjectAggregator(1 << 20), new Answers());
    }

    private void http2(ChannelPipeline pipeline) {
        pipeline.addLast(Http2FrameCodecBuilder.forServer().build());
        pipeline.addLast(new Http2MultiplexHandler(new ChannelInitializer<>() {
            @Override
            protected void initChannel(Channel stream) {
                stream.pipeline()
                        .addLast(
                                new Http2StreamFrameToHttpObjectCodec(true),
                                new HttpObjectAggregator(1 << 20),
                                new Answers());
            }
        }));
    }

    private final class Connections extends ChannelInboundHandlerAdapter {
        @Override
        public void channelActive(ChannelHandlerContext context) {
            connections.incrementAndGet();
            long now = open.incrementAndGet();
            mostOpen.accumulateAndGet(now, Math::max);
            context.fireChannelActive();
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            open.decrementAndGet();
            context.fireChannelInactive();
        }
    }

    private final class Negotiation extends ApplicationProtocolNegotiationHandler {
        Negotiation() {
            super(ApplicationProtocolNames.HTTP_1_1);
        }

        @Override
        public void userEventTriggered(ChannelHandlerContext context, Object event) throws Exception {
            if (event instanceof SslHandshakeCompletionEvent handshake && handshake.isSuccess()) {
                handshakes.incrementAndGet();
            }
            super.userEventTriggered(context, event);
        }

        @Override
        protected void configurePipeline(ChannelHandlerContext context, String protocol) {
            if (protocol.equals(ApplicationProtocolNames.HTTP_2)) {
                http2(context.pipeline());
            } else {
                http1(context.pipeline());
            }
        }
    }

    private final class Answers extends SimpleChannelInboundHandler<FullHttpRequest> {
        @Override
        protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
            requests.incrementAndGet();
            boolean keepAlive = HttpUtil.isKeepAlive(request);
            byte[] answer = ANSWERS.to(request.method(), request.uri());
            if (latency.isZero()) {
                send(context, keepAlive, answer);
            } else {
                context.executor()
                        .schedule(() -> send(context, keepAlive, answer), latency.toMillis(), TimeUnit.MILLISECONDS);
            }
        }

        private void send(ChannelHandlerContext context, boolean keepAlive, byte[] answer) {
            ByteBuf body = Unpooled.wrappedBuffer(answer);
            FullHttpResponse response =
                    new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.CREATED, body);
            response.headers().set("content-type", "application/json").set("content-length", answer.length);
            response.headers().set("x-ratelimit-limit", "1000000").set("x-ratelimit-remaining", "999999");
            HttpUtil.setKeepAlive(response, keepAlive);
            var sent = context.writeAndFlush(response);
            if (!keepAlive) {
                sent.addListener(ChannelFutureListener.CLOSE);
            }
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable problem) {
            context.close();
        }
    }
}
