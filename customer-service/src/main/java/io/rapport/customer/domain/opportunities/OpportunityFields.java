package io.rapport.customer.domain.opportunities;

import io.rapport.customfields.CustomFields;

/** The fields that administrators have added to opportunities. */
@FunctionalInterface
public interface OpportunityFields {

    /** As they are when a command is handled. */
    CustomFields custom();
}
