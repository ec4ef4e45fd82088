/**
 * What services that refer to customers know of them without owning them: a replica in their own database, filled from
 * {@code crm.customer.v1}. What is not there yet is asked of the owner once, in the caller's name.
 */
package io.rapport.knowncustomers;
