/**
 * One HTTP request to Kustomer: admitted by the rate limit, sent within its deadline, read and measured. Only
 * {@link io.github.kustomerconnector.http.RequestSessions} hands out sessions, so that no request bypasses the rate
 * limit.
 */
@NullMarked
package io.github.kustomerconnector.http;

import org.jspecify.annotations.NullMarked;
