/** Which column of a file goes to which field of a record: proposed from the headers, changeable by the user. */
package io.rapport.jobs.mapping;
