/** What opportunities need to know of other records. */
package io.rapport.customer.application.opportunities;
