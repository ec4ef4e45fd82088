package io.rapport.customer.domain.orders;

import io.rapport.customfields.CustomFields;

/** What administrators have settled about orders. */
public interface OrderFields {

    CustomFields customFields();
}
