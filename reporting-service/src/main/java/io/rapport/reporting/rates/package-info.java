/** The dated table of exchange rates that administrators keep, as far as amounts are summed by it here. */
package io.rapport.reporting.rates;
