package io.rapport.reporting.search.catalogue;

import io.rapport.reporting.intake.RecordKind;
import io.rapport.reporting.opportunities.OpportunityDocument;

import java.util.List;

import static io.rapport.reporting.search.catalogue.FieldType.BOOLEAN;
import static io.rapport.reporting.search.catalogue.FieldType.DATE;
import static io.rapport.reporting.search.catalogue.FieldType.INSTANT;
import static io.rapport.reporting.search.catalogue.FieldType.MONEY;
import static io.rapport.reporting.search.catalogue.FieldType.NUMBER;
import static io.rapport.reporting.search.catalogue.FieldType.REACHED;
import static io.rapport.reporting.search.catalogue.FieldType.SUMMED_MONEY;
import static io.rapport.reporting.search.catalogue.Found.AS_NAME;
import static io.rapport.reporting.search.catalogue.Found.AS_TEXT;
import static io.rapport.reporting.search.catalogue.Found.BY_SOUND;
import static io.rapport.reporting.search.catalogue.ListField.of;
import static io.rapport.reporting.search.catalogue.ListField.text;

/** The list fields of an opportunity. */
final class OpportunityFields {

    static final FieldCatalogue<OpportunityDocument> CATALOGUE =
            new FieldCatalogue<>(RecordKind.OPPORTUNITY, OpportunityDocument.class, List.of(
            text("id", OpportunityDocument::id),
            text("name", OpportunityDocument::name).found(AS_NAME),
            text("customerId", OpportunityDocument::customerId),
            text("contactIds", OpportunityDocument::contactIds),
            text("pipeline", OpportunityDocument::pipeline).counted(),
            text("stage", OpportunityDocument::stage).counted(),
            of("stageSince", INSTANT, OpportunityDocument::stageSince),
            of("stalledFrom", DATE, OpportunityDocument::stalledFrom),
            of("stalled", REACHED, OpportunityDocument::stalledFrom).counted(),
            text("status", OpportunityDocument::status).counted(),
            of("amount", SUMMED_MONEY, OpportunityDocument::amount),
            of("probability", NUMBER, OpportunityDocument::probability),
            of("effectiveProbability", NUMBER, OpportunityDocument::effectiveProbability),
            of("weightedAmount", SUMMED_MONEY, OpportunityDocument::weightedAmount),
            of("expectedClose", DATE, OpportunityDocument::expectedClose),
            of("closedAt", INSTANT, OpportunityDocument::closedAt),
            text("closeReason", OpportunityDocument::closeReason).found(AS_TEXT).counted(),
            of("openSeconds", NUMBER, OpportunityDocument::openSeconds),
            text("need", OpportunityDocument::need).found(AS_TEXT),
            of("budget", MONEY, OpportunityDocument::budget),
            text("purchaseIntent", OpportunityDocument::purchaseIntent).found(AS_TEXT).counted(),
            text("nextStep", OpportunityDocument::nextStep).found(AS_TEXT),
            text("background", OpportunityDocument::background).found(AS_TEXT),
            text("competitors", OpportunityDocument::competitors).found(BY_SOUND).counted(),
            text("source", OpportunityDocument::source).found(AS_TEXT).counted(),
            text("leadKind", OpportunityDocument::leadKind).counted(),
            text("leadId", OpportunityDocument::leadId),
            text("tags", OpportunityDocument::tags).found(BY_SOUND).counted(),
            text("owner", OpportunityDocument::owner).counted(),
            text("team", OpportunityDocument::team).counted(),
            of("createdAt", INSTANT, OpportunityDocument::createdAt),
            text("createdBy", OpportunityDocument::createdBy).counted(),
            of("updatedAt", INSTANT, OpportunityDocument::updatedAt),
            text("updatedBy", OpportunityDocument::updatedBy).counted(),
            of("version", NUMBER, OpportunityDocument::version),
            of("archived", BOOLEAN, OpportunityDocument::archived).counted()));

    private OpportunityFields() {
    }
}
