/**
 * Turns an uploaded file into rows: finds encoding and separator by itself, streams with bounded memory, and names the
 * line of whatever cannot be read.
 */
package io.rapport.jobs.reading;
