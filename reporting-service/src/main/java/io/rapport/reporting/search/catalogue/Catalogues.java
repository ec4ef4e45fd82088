package io.rapport.reporting.search.catalogue;

import io.rapport.reporting.intake.RecordDocument;
import io.rapport.reporting.intake.RecordKind;

/** The list fields that every kind of record has by itself; {@link ListFields} knows those added. */
public final class Catalogues {

    private Catalogues() {
    }

    public static FieldCatalogue<? extends RecordDocument> of(RecordKind kind) {
        return switch (kind) {
            case CUSTOMER -> CustomerFields.CATALOGUE;
            case CONTACT -> ContactFields.CATALOGUE;
            case INTERACTION -> InteractionFields.CATALOGUE;
            case TASK -> TaskFields.CATALOGUE;
            case OPPORTUNITY -> OpportunityFields.CATALOGUE;
            case ORDER -> OrderFields.CATALOGUE;
            case EXCHANGE_RATES, CUSTOM_FIELD, PIPELINE -> throw new IllegalArgumentException("not listed: " + kind);
        };
    }
}
