package io.github.kustomerconnector.simulator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Where Kustomer's behaviour is not documented, varies or must be scaled for a test. Every setting can be changed at any time and
 * counts from the next request on.
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
    private volatile Optional<String> uploadUrl = Optional.empty();
    private volatile int sentDraftStatus = 409;
    private volatile int rateLimit = 1_000_000;
    private volatile int customerRateLimit = 120;
    private volatile int searchRateLimit = 100;
    private volatile Duration window = Duration.ofSeconds(60);
    private volatile RetryAfter retryAfter = RetryAfter.NONE;
    private volatile Optional<Set<String>> knownCustomAttributes = Optional.empty();

    /** Dates records and moves the windows of the rate limits. */
    public void clock(Clock value) {
        clock = value;
    }

    /** The region's name in answers; a key of another pod is refused. */
    public void pod(String value) {
        pod = value;
    }

    /** The status for a customer whose identifier is taken: 409 or 400. */
    public void duplicateStatus(int value) {
        duplicateStatus = value;
    }

    /** The status for a key that lacks the role: 403 or 401. */
    public void missingRoleStatus(int value) {
        missingRoleStatus = value;
    }

    /** The shape of error bodies. */
    public void errorShape(ErrorShape value) {
        errorShape = value;
    }

    /** What becomes of ids sent with new conversations, messages and notes. */
    public void clientIds(ClientIds value) {
        clientIds = value;
    }

    /** Whether a second conversation with the same external id is refused. */
    public void uniqueConversationExternalIds(boolean value) {
        uniqueConversationExternalIds = value;
    }

    /** Whether a draft stays among the customer's drafts when it is sent; else it is gone. */
    public void sentDraftsListed(boolean value) {
        sentDraftsListed = value;
    }

    /** Whether the payload of a draft is kept and shown. */
    public void draftPayloads(boolean value) {
        draftPayloads = value;
    }

    /** Where files are to be sent, if not to the simulator. */
    public void uploadUrl(String value) {
        uploadUrl = Optional.of(value);
    }

    /** The status for a change of a draft that is sent and still there: 409 or 400. */
    public void sentDraftStatus(int value) {
        sentDraftStatus = value;
    }

    /** Requests that the whole organization may send in a window. */
    public void rateLimit(int value) {
        rateLimit = value;
    }

    /** Records of each kind that may be created for one customer in a window; imports do not count. */
    public void customerRateLimit(int value) {
        customerRateLimit = value;
    }

    /** Searches that may be made in a window, beside {@link #rateLimit(int)}. */
    public void searchRateLimit(int value) {
        searchRateLimit = value;
    }

    /** The length of the windows of all rate limits, each of which begins with a request. */
    public void window(Duration value) {
        window = value;
    }

    /** How a 429 names its end, beside {@code x-ratelimit-reset}. */
    public void retryAfter(RetryAfter value) {
        retryAfter = value;
    }

    /** The custom attributes that are defined, by their full names; until set, any name with a proper suffix is. */
    public void knownCustomAttributes(String... names) {
        knownCustomAttributes = Optional.of(Set.of(names));
    }

    Optional<Set<String>> knownCustomAttributes() {
        return knownCustomAttributes;
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

    RetryAfter retryAfter() {
        return retryAfter;
    }
}
