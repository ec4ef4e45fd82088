/**
 * Administered lists of values: customer types, levels and so on. Which lists there are, and what their codes mean to
 * the platform, is part of the program; what they hold and what it is called is the administrator's.
 */
package io.rapport.customer.domain.valuelists;
