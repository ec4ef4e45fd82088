/**
 * The trail: who saw, took out, brought in, joined, was refused. An act is noted before it happens; what cannot be noted
 * does not happen. Services write here; the customer service keeps what was written.
 */
package io.rapport.trail;
