/** From an HTTP request to a command and back: what the controllers of every command service have in common. */
package io.rapport.eventstore.http;
