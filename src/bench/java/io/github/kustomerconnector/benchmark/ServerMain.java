package io.github.kustomerconnector.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioServerSocketChannel;
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
import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ApplicationProtocolConfig.Protocol;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectedListenerFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectorFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolNames;
import io.netty.handler.ssl.ApplicationProtocolNegotiationHandler;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.KeyManagerFactory;
import org.jspecify.annotations.Nullable;

/**
 * The server as a program: for each contender that it is told of on its standard input ({@code open HTTP 0}: protocol and latency), a
 * port of its own on the loopback address; {@code counts <port>} tells what came there. Each POST is answered with the same
 * customer. Ends with its input.
 */
public final class ServerMain {

    private static final byte[] ANSWER = Customer.answer().toString().getBytes(UTF_8);

    private final EventLoopGroup loop = new NioEventLoopGroup(1);
    private final Map<Integer, Port> ports = new HashMap<>();
    private final Path keys;
    private final String password;

    private ServerMain(Path keys, String password) {
        this.keys = keys;
        this.password = password;
    }

    /** The entry point: key store and its password. */
    public static void main(String[] arguments) throws IOException {
        ServerMain server = new ServerMain(Path.of(arguments[0]), arguments[1]);
        try (BufferedReader input = new BufferedReader(new InputStreamReader(System.in, UTF_8))) {
            for (String line = input.readLine(); line != null; line = input.readLine()) {
                System.out.println(server.answer(line.split(" ", -1)));
            }
        }
        Runtime.getRuntime().halt(0);
    }

    private String answer(String[] words) {
        return switch (words[0]) {
            case "open" -> Integer.toString(open(words[1], Duration.ofMillis(Long.parseLong(words[2]))));
            case "counts" -> ports.get(Integer.parseInt(words[1])).counts().line();
            default -> throw new IllegalArgumentException(words[0]);
        };
    }

    private int open(String protocol, Duration latency) {
        Port port = new Port(tls(protocol), latency);
        Channel channel = new ServerBootstrap()
                .group(loop)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_BACKLOG, 1024)
                .childHandler(port)
                .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .syncUninterruptibly()
                .channel();
        int number = ((InetSocketAddress) channel.localAddress()).getPort();
        ports.put(number, port);
        return number;
    }

    private @Nullable SslContext tls(String protocol) {
        if (protocol.equals("HTTP")) {
            return null;
        }
        String offered = protocol.equals("TLS_2") ? ApplicationProtocolNames.HTTP_2 : ApplicationProtocolNames.HTTP_1_1;
        try (var bytes = Files.newInputStream(keys)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(bytes, password.toCharArray());
            KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(store, password.toCharArray());
            return SslContextBuilder.forServer(factory)
                    .applicationProtocolConfig(new ApplicationProtocolConfig(
                            Protocol.ALPN,
                            SelectorFailureBehavior.NO_ADVERTISE,
                            SelectedListenerFailureBehavior.ACCEPT,
                            offered))
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The connections of one port. */
    @ChannelHandler.Sharable
    private static final class Port extends ChannelInitializer<Channel> {

        private final AtomicLong requests = new AtomicLong();
        private final AtomicLong connections = new AtomicLong();
        private final AtomicLong handshakes = new AtomicLong();
        private final AtomicLong open = new AtomicLong();
        private final AtomicLong mostOpen = new AtomicLong();
        private final @Nullable SslContext tls;
        private final Duration latency;

        Port(@Nullable SslContext tls, Duration latency) {
            this.tls = tls;
            this.latency = latency;
        }

        /** Also begins to look for the highest number of open connections anew. */
        Counts counts() {
            return new Counts(requests.get(), connections.get(), handshakes.get(), mostOpen.getAndSet(open.get()));
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
                boolean keeps = HttpUtil.isKeepAlive(request);
                if (latency.isZero()) {
                    send(context, keeps);
                } else {
                    context.executor().schedule(() -> send(context, keeps), latency.toMillis(), TimeUnit.MILLISECONDS);
                }
            }

            private void send(ChannelHandlerContext context, boolean keeps) {
                ByteBuf body = Unpooled.wrappedBuffer(ANSWER);
                FullHttpResponse response =
                        new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.CREATED, body);
                response.headers().set("content-type", "application/json").set("content-length", ANSWER.length);
                response.headers().set("x-ratelimit-limit", "1000000").set("x-ratelimit-remaining", "999999");
                HttpUtil.setKeepAlive(response, keeps);
                var sent = context.writeAndFlush(response);
                if (!keeps) {
                    sent.addListener(ChannelFutureListener.CLOSE);
                }
            }

            @Override
            public void exceptionCaught(ChannelHandlerContext context, Throwable problem) {
                context.close();
            }
        }
    }
}
