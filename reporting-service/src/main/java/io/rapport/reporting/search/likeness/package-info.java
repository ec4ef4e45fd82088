/** How much two customers look like one: the keys that bring them together and the score with its reasons. Pure. */
package io.rapport.reporting.search.likeness;
