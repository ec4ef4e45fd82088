/**
 * A memory backend for {@code mongo-java-server} whose indexes serve queries, whose readers are not disturbed by
 * writers, and that can be written to a file and read back.
 */
package io.rapport.embedded.mongo;
