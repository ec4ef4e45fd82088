/** Records as they were: the owning service tells what had happened by then, the read model says what it meant. */
package io.rapport.reporting.past;
