package io.github.kustomerconnector.operation;

import io.camunda.connector.generator.dsl.Property.FeelMode;
import io.camunda.connector.generator.java.annotation.TemplateProperty;
import io.camunda.connector.generator.java.annotation.TemplateProperty.DropdownPropertyChoice;
import io.camunda.connector.generator.java.annotation.TemplateProperty.Pattern;
import io.camunda.connector.generator.java.annotation.TemplateProperty.PropertyCondition;
import io.camunda.connector.generator.java.annotation.TemplateProperty.PropertyConstraints;
import io.camunda.connector.generator.java.annotation.TemplateProperty.PropertyType;
import io.github.kustomerconnector.call.Failure;
import io.github.kustomerconnector.call.Path;
import io.github.kustomerconnector.call.Region;
import io.github.kustomerconnector.call.SecureUrl;
import io.github.kustomerconnector.field.Choice;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The address of the Kustomer API.
 *
 * @param region {@code us} if null
 * @param organization the sign-in subdomain: {@code acme} of {@code acme.kustomerapp.com}
 * @param baseUrl https, or http on a loopback address
 */
public record Server(
        @TemplateProperty(
                label = "Kustomer region",
                description = "Where Kustomer stores your data. Organization finds it, and gives links to records",
                group = "connection",
                type = PropertyType.Dropdown,
                choices = {
                    @DropdownPropertyChoice(value = "organization", label = "Organization (any region, recommended)"),
                    @DropdownPropertyChoice(value = "us", label = "United States (api.kustomerapp.com)"),
                    @DropdownPropertyChoice(value = "eu", label = "European Union (api.prod2.kustomerapp.com)"),
                    @DropdownPropertyChoice(value = "india", label = "India (api.prod4.kustomerapp.com)"),
                    @DropdownPropertyChoice(value = "custom", label = "Custom base URL")
                },
                defaultValue = "organization",
                constraints = @PropertyConstraints(notEmpty = true))
        @Nullable String region,

        @TemplateProperty(
                label = "Organization",
                description = "The first part of your sign-in address: acme for acme.kustomerapp.com",
                group = "connection",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "acme",
                condition = @PropertyCondition(property = "server.region", equals = "organization"),
                constraints =
                        @PropertyConstraints(
                                notEmpty = true,
                                pattern =
                                        @Pattern(
                                                value = "^(=.*|\\{\\{secrets\\..+|[A-Za-z0-9][A-Za-z0-9-]{0,62})$",
                                                message = "must be the name before .kustomerapp.com")))
        @Nullable String organization,

        @TemplateProperty(
                label = "Base URL",
                description = "For a proxy or a test server: https, or http on this computer",
                group = "connection",
                type = PropertyType.String,
                feel = FeelMode.optional,
                exampleValue = "https://acme.api.kustomerapp.com",
                condition = @PropertyCondition(property = "server.region", equals = "custom"),
                constraints =
                        @PropertyConstraints(
                                notEmpty = true,
                                pattern =
                                        @Pattern(
                                                value = "^(=|https?://|\\{\\{secrets\\.).*$",
                                                message = "must begin with https://")))
        @Nullable String baseUrl) {

    /**
     * Not a field of the record: the template generator also inspects static fields, and a pattern sends it into an
     * endless loop.
     */
    private static final class Names {
        static final java.util.regex.Pattern ORGANIZATION =
                java.util.regex.Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
    }

    /**
     * Scheme and host of the API, without a slash at the end.
     *
     * @throws io.github.kustomerconnector.call.KustomerException if region, organization or base URL is invalid
     */
    public URI base() {
        return switch (regionOrDefault()) {
            case "us" -> Region.US.base();
            case "eu" -> Region.EU.base();
            case "india" -> Region.INDIA.base();
            case "organization" -> URI.create("https://" + checkedOrganization() + ".api.kustomerapp.com");
            case "custom" -> customBase();
            default -> throw Choice.unknown("server.region", "organization", "us", "eu", "india", "custom");
        };
    }

    /** The address of a record: in the web application if the organization is known, else in the API. */
    public String link(String resource, String id) {
        return webHost()
                .map(host -> "https://" + host + "/app/" + resource + "/" + id)
                .orElseGet(() -> base() + "/v1/" + resource + "/" + id);
    }

    /**
     * The address of a record that the web application shows on the page of its customer. It is that page if the
     * organization and the customer are known, else the record in the API.
     */
    public String linkByCustomer(Optional<String> customer, Path record) {
        return webHost()
                .flatMap(host -> customer.map(id -> "https://" + host + "/app/customers/" + id))
                .orElseGet(() -> base() + record.encoded());
    }

    /**
     * The region of the task: {@code us}, {@code eu} or {@code india}; empty if it sets an organization or a base URL.
     */
    public Optional<String> chosenRegion() {
        return Optional.of(regionOrDefault()).filter(Set.of("us", "eu", "india")::contains);
    }

    private Optional<String> webHost() {
        return "organization".equals(regionOrDefault())
                ? Optional.of(checkedOrganization() + ".kustomerapp.com")
                : Optional.empty();
    }

    private String regionOrDefault() {
        return Choice.orElse(region, "us").toLowerCase(Locale.ROOT);
    }

    private String checkedOrganization() {
        String name = Choice.orElse(organization, "").toLowerCase(Locale.ROOT);
        if (name.isEmpty()) {
            throw Failure.invalid("server.organization", "is empty: give the name before .kustomerapp.com");
        }
        if (!Names.ORGANIZATION.matcher(name).matches()) {
            throw Failure.invalid(
                    "server.organization",
                    "is not an organization name: give acme for acme.kustomerapp.com, without dots or slashes");
        }
        return name;
    }

    private URI customBase() {
        String text = withoutSlashes(Choice.orElse(baseUrl, ""));
        if (text.isEmpty()) {
            throw Failure.invalid("server.baseUrl", "is empty: give the address of the Kustomer API");
        }
        URI base = SecureUrl.parse(text).orElseThrow(() -> Failure.invalid("server.baseUrl", "is not an address"));
        if (base.getHost() == null
                || base.getUserInfo() != null
                || base.getQuery() != null
                || base.getFragment() != null
                || base.getPort() == 0
                || base.getPort() > 65_535) {
            throw Failure.invalid("server.baseUrl", "is not a plain address such as https://acme.api.kustomerapp.com");
        }
        refuseVersion(base);
        if (!SecureUrl.isSecure(base)) {
            throw Failure.invalid(
                    "server.baseUrl", "must begin with https://, because every request carries the API key");
        }
        return base;
    }

    /** Each request adds the version, so a second one would lead nowhere. */
    private static void refuseVersion(URI base) {
        if (base.getRawPath().isEmpty()) {
            return;
        }
        BasePath path = new BasePath(base.getRawPath());
        String host = base.getHost().toLowerCase(Locale.ROOT);
        boolean isOfKustomer = host.endsWith("kustomerapp.com") || host.endsWith("kustomerapp.com.");
        if (path.hasVersionOrDots() || (isOfKustomer && !path.given().isEmpty())) {
            String prefix = isOfKustomer ? "" : path.withoutVersion();
            throw Failure.invalid(
                    "server.baseUrl",
                    "must end before " + path.after(prefix) + ", because each request adds /v1: give "
                            + base.getScheme() + "://" + base.getAuthority() + prefix);
        }
    }

    private static String withoutSlashes(String text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == '/') {
            end--;
        }
        return text.substring(0, end);
    }
}
