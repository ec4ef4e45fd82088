/** What the endpoints of all settings have in common: versions on reads, and PUT that makes or replaces. */
package io.rapport.customer.api.settings;
