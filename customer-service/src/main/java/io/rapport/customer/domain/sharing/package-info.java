/**
 * What people keep for themselves or for everybody, such as views and segments: who may see it, change it and share it,
 * and how it is decided about.
 */
package io.rapport.customer.domain.sharing;
