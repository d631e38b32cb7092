package io.github.kustomerconnector.simulator;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** The values of {@link Settings}, which describes each, with their defaults. Any thread reads and changes them. */
final class SettingValues {

    volatile Clock clock = Clock.systemUTC();
    volatile String pod = "prod1";
    volatile int duplicateStatus = 409;
    volatile int missingRoleStatus = 403;
    volatile ErrorShape errorShape = ErrorShape.OLD;
    volatile ClientIds clientIds = ClientIds.ACCEPTED;
    volatile boolean uniqueConversationExternalIds = false;
    volatile boolean sentDraftsListed = true;
    volatile boolean draftPayloads = true;
    volatile boolean lowerCaseEmails = false;
    volatile Optional<String> uploadUrl = Optional.empty();
    volatile Optional<String> downloadUrl = Optional.empty();
    volatile int sentDraftStatus = 409;
    volatile int rateLimit = 1_000_000;
    volatile int customerRateLimit = 120;
    volatile int searchRateLimit = 100;
    volatile Duration window = Duration.ofSeconds(60);
    volatile Duration bulkDelay = Duration.ZERO;
    volatile int bulkBatchSize = 50;
    volatile int bulkPageSize = 100;
    volatile boolean bulkRefusesWhole = false;
    volatile RetryAfter retryAfter = RetryAfter.NONE;
    volatile boolean uniqueKObjectExternalIds = false;
    volatile boolean kobjectOwners = true;
    volatile int maxRequests = 100_000;
    volatile int maxRecords = 250_000;

    /** The memory in bytes of which records, requests, bulks and deliveries may take their shares: the Java heap. */
    volatile long memory = Runtime.getRuntime().maxMemory();
}
