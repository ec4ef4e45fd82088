/**
 * The fields that administrators have added to records: definitions are taken in like records, but never listed. What
 * records hold in them says by itself what it is, so that a record is indexed the same whether its definition has come
 * already or not; definitions are needed to ask.
 */
package io.rapport.reporting.customfields;
