/**
 * Who works with the platform: users with their roles, and the teams they are in. Every service follows what is defined
 * here; it wins over what a token says of the same user.
 */
package io.rapport.customer.domain.directory;
