package io.rapport.jobs;

/**
 * The idempotency key of a request.
 *
 * @param value  as the client chose it
 * @param digest tells the request from another with the same key
 */
public record RequestKey(String value, String digest) {
}
