package io.github.kustomerconnector.engine;

import io.camunda.connector.runtime.core.document.store.CamundaDocumentStore;
import io.camunda.connector.runtime.core.document.store.InMemoryDocumentStore;
import io.camunda.connector.runtime.inbound.search.SearchQueryClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * Camunda's Spring connector runtime, configured like the official bundle, but with gRPC, and without inbound
 * connectors unless {@link WebhookRuntime} starts it.
 */
public final class ConnectorRuntime implements AutoCloseable {
    /** The prefix of settings and environment variables that are connector secrets. */
    public static final String SECRET_PREFIX = "CONNECTOR_SECRET_";

    private static final List<String> PROPERTIES = List.of(
            "camunda.client.mode=self-managed",
            "camunda.client.rest-address=http://127.0.0.1:9",
            "camunda.client.prefer-rest-over-grpc=false",
            "camunda.client.auth.method=none",
            "camunda.client.execution-threads=10",
            "camunda.client.worker.defaults.max-jobs-active=32",
            "camunda.client.worker.defaults.stream-enabled=true",
            "camunda.connector.polling.enabled=false",
            "camunda.connector.webhook.enabled=false",
            "camunda.connector.secretprovider.environment.prefix=" + SECRET_PREFIX,
            "spring.main.web-application-type=none",
            "spring.main.banner-mode=off",
            "spring.main.log-startup-info=false",
            "spring.jmx.enabled=false",
            "logging.level.root=WARN",
            // Off, because it logs each failed job with its stack trace. The tests read the engine's records instead.
            "logging.level.io.camunda.connector=OFF");

    private final ConfigurableApplicationContext context;
    private final Map<String, Object> secrets;

    private ConnectorRuntime(ConfigurableApplicationContext context, Map<String, Object> secrets) {
        this.context = context;
        this.secrets = secrets;
    }

    /**
     * Starts the runtime with the connectors on the class path.
     *
     * @param settings secrets (names with {@link #SECRET_PREFIX}) and Spring properties, which override the defaults here
     * @param more further connectors or other Spring beans
     */
    public static ConnectorRuntime start(int enginePort, Map<String, String> settings, List<?> more) {
        return start(enginePort, settings, starting -> register(more, starting.getBeanFactory()));
    }

    /**
     * Starts the runtime with another search for deployed processes, which finds its inbound connectors. It takes no
     * outbound jobs.
     *
     * @param settings as above; they have to switch inbound connectors on
     */
    static ConnectorRuntime start(int enginePort, Map<String, String> settings, SearchQueryClient search) {
        return start(enginePort, settings, starting -> {
            GenericApplicationContext context = (GenericApplicationContext) starting;
            context.registerBean("search", SearchQueryClient.class, () -> search, bean -> bean.setPrimary(true));
            context.addBeanFactoryPostProcessor(beans -> context.removeBeanDefinition("outboundConnectorManager"));
        });
    }

    private static ConnectorRuntime start(
            int enginePort,
            Map<String, String> settings,
            ApplicationContextInitializer<ConfigurableApplicationContext> beans) {
        Map<String, Object> secrets = new ConcurrentHashMap<>();
        SpringApplication application = new SpringApplication(Application.class);
        application.setRegisterShutdownHook(false);
        application.addInitializers(starting -> {
            starting.getEnvironment().getPropertySources().addFirst(new MapPropertySource("secrets", secrets));
            beans.initialize(starting);
            starting.getBeanFactory().addBeanPostProcessor(new DocumentsInMemory());
        });
        settings.forEach((name, value) -> {
            if (name.startsWith(SECRET_PREFIX)) {
                secrets.put(name, value);
            }
        });
        return new ConnectorRuntime(application.run(arguments(enginePort, settings)), secrets);
    }

    void secret(String name, String value) {
        secrets.put(SECRET_PREFIX + name, value);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }

    private static void register(List<?> more, ConfigurableListableBeanFactory beans) {
        more.forEach(bean -> beans.registerSingleton(bean.getClass().getName(), bean));
    }

    private static String[] arguments(int enginePort, Map<String, String> settings) {
        List<String> arguments = new ArrayList<>();
        PROPERTIES.stream()
                .filter(property -> !settings.containsKey(property.substring(0, property.indexOf('='))))
                .forEach(property -> arguments.add("--" + property));
        arguments.add("--camunda.client.grpc-address=http://127.0.0.1:" + enginePort);
        settings.forEach((name, value) -> {
            if (!name.startsWith(SECRET_PREFIX)) {
                arguments.add("--" + name + "=" + value);
            }
        });
        return arguments.toArray(String[]::new);
    }

    /** Replaces the document store, because the embedded engine has no REST interface for documents. */
    private static final class DocumentsInMemory implements BeanPostProcessor {
        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            return bean instanceof CamundaDocumentStore ? InMemoryDocumentStore.INSTANCE : bean;
        }
    }

    /** Has no component scan, because the Java service loader finds the connectors as in production. */
    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Application {}
}
