/** Brings rights into a service: its paths, who is in which team at this moment, and what follows for each request. */
package io.rapport.rights.autoconfiguration;
