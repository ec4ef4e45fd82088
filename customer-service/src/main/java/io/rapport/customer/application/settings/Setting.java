package io.rapport.customer.application.settings;

/**
 * One setting as it stands.
 *
 * @param id         of its aggregate: the kind and a readable name, such as {@code pipeline:default}
 * @param version    sequence of its last event, from 1: its {@code ETag}
 * @param definition all of it
 * @param <D>        what settings of this kind are made of: a record that JSON can hold
 */
public record Setting<D>(String id, long version, D definition) {
}
