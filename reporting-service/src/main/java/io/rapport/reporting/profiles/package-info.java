/** All about one customer at a glance, put together of what single records, lists and the search for duplicates answer. */
package io.rapport.reporting.profiles;
