package io.github.kustomerconnector.simulator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The settings of a simulator: behaviour that Kustomer does not document, that varies, or that a test has to scale.
 *
 * <p>A setting can be changed at any time and applies from the next request on. {@link SimulatedKustomer#reset()}
 * restores the defaults; {@link KustomerSimulator#reset()} does not. A value that Kustomer cannot have is refused with
 * an {@link IllegalArgumentException}.
 */
public final class Settings {

    private volatile SettingValues values = new SettingValues();
    private volatile AttributeNames attributes = new AttributeNames();

    Settings() {}

    /** Gives all settings their defaults again, and removes all klasses and custom attributes but the first ones. */
    void restoreDefaults() {
        values = new SettingValues();
        attributes = new AttributeNames();
    }

    SettingValues values() {
        return values;
    }

    AttributeNames attributes() {
        return attributes;
    }

    /** The time by the clock of the simulator. */
    Instant now() {
        return values.clock.instant();
    }

    /** The clock for the dates of records and the windows of the rate limits. Default: the system clock in UTC. */
    public void clock(Clock value) {
        values.clock = Objects.requireNonNull(value);
    }

    /** The name of the simulated region. Keys of another pod are refused. Default: {@code prod1}. */
    public void pod(String value) {
        values.pod = Objects.requireNonNull(value);
    }

    /** The status if an identifier of a customer is in use: 409 (default) or 400. */
    public void duplicateStatus(int value) {
        values.duplicateStatus = SettingRules.oneOf(value, 409, 400);
    }

    /** The status if a key does not have the required role: 403 (default) or 401. */
    public void missingRoleStatus(int value) {
        values.missingRoleStatus = SettingRules.oneOf(value, 403, 401);
    }

    /** The shape of error bodies. Default: {@link ErrorShape#OLD}. */
    public void errorShape(ErrorShape value) {
        values.errorShape = Objects.requireNonNull(value);
    }

    /**
     * How client-supplied ids of new conversations, messages and notes are treated. Default: {@link
     * ClientIds#ACCEPTED}.
     */
    public void clientIds(ClientIds value) {
        values.clientIds = Objects.requireNonNull(value);
    }

    /** Whether a second conversation with the same external id is refused. Default: no. */
    public void uniqueConversationExternalIds(boolean value) {
        values.uniqueConversationExternalIds = value;
    }

    /** Whether a sent draft stays in the customer's list of drafts; otherwise it is deleted. Default: yes. */
    public void sentDraftsListed(boolean value) {
        values.sentDraftsListed = value;
    }

    /** Whether the payload of a draft is stored and returned. Default: yes. */
    public void draftPayloads(boolean value) {
        values.draftPayloads = value;
    }

    /** Whether e-mail addresses are stored in lower case, and a look-up with capital letters finds none. Default: no. */
    public void lowerCaseEmails(boolean value) {
        values.lowerCaseEmails = value;
    }

    /** The URL to which clients upload files. Default: this simulator. */
    public void uploadUrl(String value) {
        values.uploadUrl = Optional.of(value);
    }

    /** The URL from which clients fetch files, without the last part of its path. Default: this simulator. */
    public void downloadUrl(String value) {
        values.downloadUrl = Optional.of(value);
    }

    /** The status of an update of a sent draft that is still listed: 409 (default) or 400. */
    public void sentDraftStatus(int value) {
        values.sentDraftStatus = SettingRules.oneOf(value, 409, 400);
    }

    /**
     * The maximum number of requests of the organization in a window; 0 refuses all. Default: 1,000,000.
     *
     * @throws IllegalArgumentException if the number is negative
     */
    public void rateLimit(int value) {
        values.rateLimit = SettingRules.rateLimit(value);
    }

    /** The maximum number of new records of each kind for one customer in a window, without imports. Default: 120. */
    public void customerRateLimit(int value) {
        values.customerRateLimit = SettingRules.rateLimit(value);
    }

    /** The maximum number of searches in a window; they count for {@link #rateLimit(int)} too. Default: 100. */
    public void searchRateLimit(int value) {
        values.searchRateLimit = SettingRules.rateLimit(value);
    }

    /**
     * The length of the windows of all rate limits. The first request after a window starts the next one. Default:
     * 60 s.
     */
    public void window(Duration value) {
        values.window = SettingRules.atLeast(Duration.ofNanos(1), value);
    }

    /** How long after its request a bulk is carried out. Default: at once. */
    public void bulkDelay(Duration value) {
        values.bulkDelay = SettingRules.atLeast(Duration.ZERO, value);
    }

    /** The number of items in one batch of a bulk. Default: 50. */
    public void bulkBatchSize(int value) {
        values.bulkBatchSize = SettingRules.atLeast(1, value);
    }

    /** The maximum page size of the batches of a bulk. Default: 100. */
    public void bulkPageSize(int value) {
        values.bulkPageSize = SettingRules.atLeast(1, value);
    }

    /** Whether one item that breaks the schema makes Kustomer refuse the whole bulk. Default: no. */
    public void bulkRefusesWhole(boolean value) {
        values.bulkRefusesWhole = value;
    }

    /** How many requests the log keeps; then the oldest are dropped. Default: 100,000. */
    public void maxRequests(int value) {
        values.maxRequests = SettingRules.atLeast(1, value);
    }

    /** How many records of each kind are kept; then the oldest are dropped. Default: 250,000. */
    public void maxRecords(int value) {
        values.maxRecords = SettingRules.atLeast(1, value);
    }

    /** The form of {@code Retry-After} in a 429. Default: {@link RetryAfter#NONE}. */
    public void retryAfter(RetryAfter value) {
        values.retryAfter = Objects.requireNonNull(value);
    }

    /**
     * Adds a klass with the full names of its custom attributes. From the start, there is the klass {@code order} with
     * attributes such as {@code orderNumberStr}, {@code orderStatusStr} and {@code totalPriceNum}.
     *
     * @param name such as {@code order}
     * @param names the custom attributes; none accepts every name with a valid type suffix
     */
    public void klass(String name, String... names) {
        WorldSchemas.requireKlass(name);
        WorldSchemas.requireSuffixes("klasses." + name, List.of(names));
        attributes.klass(name, names);
    }

    /** Whether a second KObject of a klass with the same external id is refused. Default: no. */
    public void uniqueKObjectExternalIds(boolean value) {
        values.uniqueKObjectExternalIds = value;
    }

    /** Whether a reply with a single KObject names its customer and company; lists always do. Default: yes. */
    public void kobjectOwners(boolean value) {
        values.kobjectOwners = value;
    }

    /**
     * The full names of the custom attributes that all kinds of records have. Default: every name with a valid type
     * suffix.
     */
    public void knownCustomAttributes(String... names) {
        WorldSchemas.requireSuffixes(WorldSchemas.ATTRIBUTES, List.of(names));
        attributes.ofAllKinds(names);
    }

    /**
     * The full names of the custom attributes of one kind of record. It replaces {@link #knownCustomAttributes} for
     * that kind. Kustomer refuses a body with another name.
     *
     * @param kind {@code customer}, {@code conversation}, {@code message}, {@code note}, {@code company}, or a klass such
     *     as {@code kobject.order}
     */
    public void customAttributes(String kind, String... names) {
        WorldSchemas.requireKind(kind, attributes);
        WorldSchemas.requireSuffixes(WorldSchemas.ATTRIBUTES + "." + kind, List.of(names));
        attributes.ofKind(kind, names);
    }
}
