package io.rapport.reporting.search.catalogue;

import io.rapport.reporting.intake.RecordKind;
import io.rapport.reporting.orders.OrderDocument;

import java.util.List;

import static io.rapport.reporting.search.catalogue.FieldType.BOOLEAN;
import static io.rapport.reporting.search.catalogue.FieldType.DATE;
import static io.rapport.reporting.search.catalogue.FieldType.INSTANT;
import static io.rapport.reporting.search.catalogue.FieldType.MONEY;
import static io.rapport.reporting.search.catalogue.FieldType.NUMBER;
import static io.rapport.reporting.search.catalogue.Found.AS_CODE;
import static io.rapport.reporting.search.catalogue.Found.AS_TEXT;
import static io.rapport.reporting.search.catalogue.Found.BY_SOUND;
import static io.rapport.reporting.search.catalogue.ListField.of;
import static io.rapport.reporting.search.catalogue.ListField.text;

/** The list fields of an order. */
final class OrderFields {

    static final FieldCatalogue<OrderDocument> CATALOGUE =
            new FieldCatalogue<>(RecordKind.ORDER, OrderDocument.class, List.of(
            text("id", OrderDocument::id),
            text("number", OrderDocument::number).found(AS_CODE),
            text("customerId", OrderDocument::customerId),
            text("opportunityId", OrderDocument::opportunityId),
            text("contract", OrderDocument::contract).found(AS_TEXT),
            of("orderedAt", DATE, OrderDocument::orderedAt),
            text("products", OrderDocument::products).found(BY_SOUND).counted(),
            of("amount", MONEY, OrderDocument::amount),
            text("status", OrderDocument::status).counted(),
            text("cancelReason", OrderDocument::cancelReason).found(AS_TEXT).counted(),
            text("note", OrderDocument::note).found(AS_TEXT),
            text("owner", OrderDocument::owner).counted(),
            text("team", OrderDocument::team).counted(),
            of("createdAt", INSTANT, OrderDocument::createdAt),
            text("createdBy", OrderDocument::createdBy).counted(),
            of("updatedAt", INSTANT, OrderDocument::updatedAt),
            text("updatedBy", OrderDocument::updatedBy).counted(),
            of("version", NUMBER, OrderDocument::version),
            of("archived", BOOLEAN, OrderDocument::archived).counted()));

    private OrderFields() {
    }
}
