package io.rapport.reporting.search.query;

import io.rapport.reporting.rights.Visibility;
import io.rapport.reporting.search.filter.Filter;

/**
 * Which records of a list are meant, the same for its pages and for its facets.
 *
 * @param searched   text of the search box; null when it is empty
 * @param filter     null when there is none
 * @param visibility what the caller may see
 */
public record Selection(String searched, Filter filter, Visibility visibility) {
}
