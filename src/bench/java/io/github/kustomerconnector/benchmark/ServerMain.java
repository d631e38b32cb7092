package io.github.kustomerconnector.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ApplicationProtocolConfig.Protocol;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectedListenerFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectorFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolNames;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
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
import javax.net.ssl.KeyManagerFactory;
import org.jspecify.annotations.Nullable;

/**
 * The server as a program. It reads commands from its standard input: {@code open HTTP 0} (protocol, latency in
 * milliseconds) opens a new port on the loopback address and prints it; {@code counts <port>} prints the
 * {@link ConnectionCounts} of a port. It answers each request with the same customer. It ends when its input ends.
 */
public final class ServerMain {

    private final EventLoopGroup loop = new NioEventLoopGroup(1);
    private final Map<Integer, ServerPort> ports = new HashMap<>();
    private final Path keys;
    private final String password;

    private ServerMain(Path keys, String password) {
        this.keys = keys;
        this.password = password;
    }

    /** The entry point. Arguments: the key store and its password. */
    public static void main(String[] arguments) throws IOException {
        ServerMain server = new ServerMain(Path.of(arguments[0]), arguments[1]);
        try (BufferedReader input = new BufferedReader(new InputStreamReader(System.in, UTF_8))) {
            for (String line = input.readLine(); line != null; line = input.readLine()) {
                System.out.println(server.answer(line.split(" ", -1)));
            }
        }
        Runtime.getRuntime().halt(0);
    }

    private String answer(String[] command) {
        return switch (command[0]) {
            case "open" -> Integer.toString(open(command[1], Duration.ofMillis(Long.parseLong(command[2]))));
            case "counts" -> ports.get(Integer.parseInt(command[1])).counts().line();
            default -> throw new IllegalArgumentException(command[0]);
        };
    }

    private int open(String protocol, Duration latency) {
        ServerPort port = new ServerPort(tls(protocol), latency);
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
}
