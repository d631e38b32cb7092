package io.github.kustomerconnector.simulator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;

/**
 * The settings of a simulator: behaviour that Kustomer does not document, that varies, or that a test has to scale.
 *
 * <p>A setting can be changed at any time and applies from the next request on. {@link KustomerSimulator#reset()}
 * does not change it.
 */
public final class Settings {

    private volatile Clock clock = Clock.systemUTC();
    private volatile String pod = "prod1";
    private volatile int duplicateStatus = 409;
    private volatile int missingRoleStatus = 403;
    private volatile ErrorShape errorShape = ErrorShape.OLD;
    private volatile ClientIds clientIds = ClientIds.ACCEPTED;
    private volatile boolean uniqueConversationExternalIds = false;
    private volatile boolean sentDraftsListed = true;
    private volatile boolean draftPayloads = true;
    private volatile boolean lowerCaseEmails = false;
    private volatile Optional<String> uploadUrl = Optional.empty();
    private volatile Optional<String> downloadUrl = Optional.empty();
    private volatile int sentDraftStatus = 409;
    private volatile int rateLimit = 1_000_000;
    private volatile int customerRateLimit = 120;
    private volatile int searchRateLimit = 100;
    private volatile Duration window = Duration.ofSeconds(60);
    private volatile Duration bulkDelay = Duration.ZERO;
    private volatile int bulkBatchSize = 50;
    private volatile int bulkPageSize = 100;
    private volatile boolean bulkRefusesWhole = false;
    private volatile RetryAfter retryAfter = RetryAfter.NONE;
    private volatile Optional<Set<String>> knownCustomAttributes = Optional.empty();
    private volatile boolean uniqueKObjectExternalIds = false;
    private volatile boolean kobjectOwners = true;
    private volatile int maxRequests = 100_000;
    private volatile int maxRecords = 250_000;
    private final Set<String> klasses = new ConcurrentSkipListSet<>();
    private final Map<String, Set<String>> customAttributes = new ConcurrentHashMap<>();

    Settings() {
        forgetAttributes();
    }

    /** Removes all klasses and custom attributes but those that exist from the start. */
    void forgetAttributes() {
        klasses.clear();
        customAttributes.clear();
        knownCustomAttributes = Optional.empty();
        klass(
                "order",
                "orderNumberStr",
                "orderNumberNum",
                "orderStatusStr",
                "orderDescriptionStr",
                "shippingStatusStr",
                "billingStatusStr",
                "specialInstructionsStr",
                "trackingNumberStr",
                "totalPriceNum",
                "orderCreatedAt",
                "orderUpdatedAt",
                "refundedBool");
    }

    /** The clock for the dates of records and the windows of the rate limits. Default: the system clock in UTC. */
    public void clock(Clock value) {
        clock = value;
    }

    /** The name of the simulated region. Keys of another pod are refused. Default: {@code prod1}. */
    public void pod(String value) {
        pod = value;
    }

    /** The status if an identifier of a customer is in use: 409 (default) or 400. */
    public void duplicateStatus(int value) {
        duplicateStatus = value;
    }

    /** The status if a key does not have the required role: 403 (default) or 401. */
    public void missingRoleStatus(int value) {
        missingRoleStatus = value;
    }

    /** The shape of error bodies. Default: {@link ErrorShape#OLD}. */
    public void errorShape(ErrorShape value) {
        errorShape = value;
    }

    /**
     * How client-supplied ids of new conversations, messages and notes are treated. Default: {@link
     * ClientIds#ACCEPTED}.
     */
    public void clientIds(ClientIds value) {
        clientIds = value;
    }

    /** Whether a second conversation with the same external id is refused. Default: no. */
    public void uniqueConversationExternalIds(boolean value) {
        uniqueConversationExternalIds = value;
    }

    /** Whether a sent draft stays in the customer's list of drafts; otherwise it is deleted. Default: yes. */
    public void sentDraftsListed(boolean value) {
        sentDraftsListed = value;
    }

    /** Whether the payload of a draft is stored and returned. Default: yes. */
    public void draftPayloads(boolean value) {
        draftPayloads = value;
    }

    /** Whether e-mail addresses are stored in lower case, and a look-up with capital letters finds none. Default: no. */
    public void lowerCaseEmails(boolean value) {
        lowerCaseEmails = value;
    }

    /** The URL to which clients upload files. Default: this simulator. */
    public void uploadUrl(String value) {
        uploadUrl = Optional.of(value);
    }

    /** The URL from which clients fetch files, without the last part of its path. Default: this simulator. */
    public void downloadUrl(String value) {
        downloadUrl = Optional.of(value);
    }

    /** The status of an update of a sent draft that is still listed: 409 (default) or 400. */
    public void sentDraftStatus(int value) {
        sentDraftStatus = value;
    }

    /** The maximum number of requests of the organization in a window; 0 refuses all. Default: 1,000,000. */
    public void rateLimit(int value) {
        rateLimit = value;
    }

    /** The maximum number of new records of each kind for one customer in a window, without imports. Default: 120. */
    public void customerRateLimit(int value) {
        customerRateLimit = value;
    }

    /** The maximum number of searches in a window; they count for {@link #rateLimit(int)} too. Default: 100. */
    public void searchRateLimit(int value) {
        searchRateLimit = value;
    }

    /**
     * The length of the windows of all rate limits. The first request after a window starts the next one. Default:
     * 60 s.
     */
    public void window(Duration value) {
        window = value;
    }

    /** How long after its request a bulk is carried out. Default: at once. */
    public void bulkDelay(Duration value) {
        bulkDelay = value;
    }

    /** The number of items in one batch of a bulk. Default: 50. */
    public void bulkBatchSize(int value) {
        bulkBatchSize = value;
    }

    /** The maximum page size of the batches of a bulk. Default: 100. */
    public void bulkPageSize(int value) {
        bulkPageSize = value;
    }

    /** Whether one item that breaks the schema makes Kustomer refuse the whole bulk. Default: no. */
    public void bulkRefusesWhole(boolean value) {
        bulkRefusesWhole = value;
    }

    /** How many requests the log keeps; then the oldest are dropped. Default: 100,000. */
    public void maxRequests(int value) {
        maxRequests = value;
    }

    /** How many records of each kind are kept; then the oldest are dropped. Default: 250,000. */
    public void maxRecords(int value) {
        maxRecords = value;
    }

    /** The form of {@code Retry-After} in a 429. Default: {@link RetryAfter#NONE}. */
    public void retryAfter(RetryAfter value) {
        retryAfter = value;
    }

    /**
     * Adds a klass with the full names of its custom attributes. From the start, there is the klass {@code order} with
     * attributes such as {@code orderNumberStr}, {@code orderStatusStr} and {@code totalPriceNum}.
     *
     * @param name such as {@code order}
     * @param names the custom attributes; none accepts every name with a valid type suffix
     */
    public void klass(String name, String... names) {
        klasses.add(name);
        if (names.length > 0) {
            customAttributes("kobject." + name, names);
        }
    }

    /** Whether a second KObject of a klass with the same external id is refused. Default: no. */
    public void uniqueKObjectExternalIds(boolean value) {
        uniqueKObjectExternalIds = value;
    }

    /** Whether a reply with a single KObject names its customer and company; lists always do. Default: yes. */
    public void kobjectOwners(boolean value) {
        kobjectOwners = value;
    }

    /**
     * The full names of the custom attributes that all kinds of records have. Default: every name with a valid type
     * suffix.
     */
    public void knownCustomAttributes(String... names) {
        knownCustomAttributes = Optional.of(Set.of(names));
    }

    /**
     * The full names of the custom attributes of one kind of record. It replaces {@link #knownCustomAttributes} for
     * that kind. Kustomer refuses a body with another name.
     *
     * @param kind {@code customer}, {@code conversation}, {@code message}, {@code note}, {@code company}, or a klass such
     *     as {@code kobject.order}
     */
    public void customAttributes(String kind, String... names) {
        customAttributes.put(kind, Set.of(names));
    }

    /** The names of the custom attributes of a kind; empty if every name with a valid type suffix is accepted. */
    Optional<Set<String>> customAttributes(String kind) {
        return Optional.ofNullable(customAttributes.get(kind)).or(() -> knownCustomAttributes);
    }

    int maxRequests() {
        return maxRequests;
    }

    int maxRecords() {
        return maxRecords;
    }

    Instant now() {
        return clock.instant();
    }

    String pod() {
        return pod;
    }

    int duplicateStatus() {
        return duplicateStatus;
    }

    int missingRoleStatus() {
        return missingRoleStatus;
    }

    ErrorShape errorShape() {
        return errorShape;
    }

    ClientIds clientIds() {
        return clientIds;
    }

    boolean uniqueConversationExternalIds() {
        return uniqueConversationExternalIds;
    }

    boolean sentDraftsListed() {
        return sentDraftsListed;
    }

    boolean draftPayloads() {
        return draftPayloads;
    }

    boolean lowerCaseEmails() {
        return lowerCaseEmails;
    }

    Optional<String> downloadUrl() {
        return downloadUrl;
    }

    Optional<String> uploadUrl() {
        return uploadUrl;
    }

    int sentDraftStatus() {
        return sentDraftStatus;
    }

    int rateLimit() {
        return rateLimit;
    }

    int customerRateLimit() {
        return customerRateLimit;
    }

    int searchRateLimit() {
        return searchRateLimit;
    }

    Duration window() {
        return window;
    }

    Set<String> klasses() {
        return Set.copyOf(klasses);
    }

    boolean uniqueKObjectExternalIds() {
        return uniqueKObjectExternalIds;
    }

    boolean kobjectOwners() {
        return kobjectOwners;
    }

    RetryAfter retryAfter() {
        return retryAfter;
    }

    Duration bulkDelay() {
        return bulkDelay;
    }

    int bulkBatchSize() {
        return bulkBatchSize;
    }

    int bulkPageSize() {
        return bulkPageSize;
    }

    boolean bulkRefusesWhole() {
        return bulkRefusesWhole;
    }
}
