/**
 * The whole product on one machine: the embedded servers and every service as a process of its own, started in order,
 * watched, restarted when one dies, and stopped in order.
 */
package io.rapport.standalone;
