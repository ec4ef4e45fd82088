package io.rapport.web.request;

/**
 * The {@code Idempotency-Key} header as a controller argument of type {@code Optional<IdempotencyKey>}.
 *
 * @param value  the key as sent: 1 to 255 visible ASCII characters
 * @param digest SHA-256 in hex of method, path, query and body: tells whether the request is the same as before
 */
public record IdempotencyKey(String value, String digest) {
}
