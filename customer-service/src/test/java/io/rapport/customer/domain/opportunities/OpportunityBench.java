package io.rapport.customer.domain.opportunities;

import io.rapport.contracts.refusal.Refusal;
import io.rapport.customer.domain.customers.CustomerReferences;
import io.rapport.customer.domain.pipelines.PipelineDefinition;
import io.rapport.customer.domain.pipelines.PipelineStage;
import io.rapport.customer.domain.pipelines.Pipelines;
import io.rapport.customfields.CustomFieldDefinition;
import io.rapport.customfields.CustomFieldType;
import io.rapport.customfields.CustomFields;
import io.rapport.customfields.RecordKind;
import io.rapport.customfields.UniqueValues;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;

/** Pipelines, customers, custom fields and a clock that goes only when it is told to. */
class OpportunityBench implements Pipelines, CustomerReferences, LeadSources, OpportunityFields {

    static final String ID = "0198c0de-0000-7000-8000-0000000000a1";
    static final String CUSTOMER = "0198c0de-0000-7000-8000-000000000001";
    static final String OTHER_CUSTOMER = "0198c0de-0000-7000-8000-000000000002";
    static final String ARCHIVED_CUSTOMER = "0198c0de-0000-7000-8000-000000000003";
    static final String UNKNOWN_CUSTOMER = "0198c0de-0000-7000-8000-000000000004";
    static final Instant START = Instant.parse("2026-11-01T08:00:00Z");

    private static final PipelineDefinition KEY_ACCOUNTS = new PipelineDefinition("key-accounts",
            Map.of("en", "Key accounts"), false, List.of(
            new PipelineStage("SURVEY", Map.of("en", "Survey"), 5, null, true),
            new PipelineStage("TENDER", Map.of("en", "Tender"), 25, 30, false)));
    private static final PipelineDefinition CLOSED = new PipelineDefinition("closed", Map.of("en", "Closed"), false,
            List.of(new PipelineStage("OLD", Map.of("en", "Old"), 5, null, true)));

    private final AggregateTestFixture<Opportunity> fixture = new AggregateTestFixture<>(Opportunity.class);

    OpportunityBench() {
        fixture.registerInjectableResource(this);
        fixture.registerInjectableResource(new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return fixture.currentTime();
            }
        });
    }

    /** Nothing has happened so far. */
    ResultValidator<Opportunity> when(Object command) {
        return fixture.givenNoPriorActivity().when(command);
    }

    /** All of this has happened at {@link #START}; the command comes so much later. */
    ResultValidator<Opportunity> when(Object command, long secondsLater, Object... before) {
        return fixture.givenCurrentTime(START).andGiven(before)
                .andGivenCurrentTime(START.plusSeconds(secondsLater)).when(command);
    }

    AggregateTestFixture<Opportunity> fixture() {
        return fixture;
    }

    static void refused(ResultValidator<Opportunity> result, Refusal.Kind kind, String... fieldsAndCodes) {
        var caught = new Refusal[1];
        result.expectNoEvents().expectException(new org.hamcrest.CustomMatcher<Throwable>("a refusal") {
            @Override
            public boolean matches(Object thrown) {
                caught[0] = thrown instanceof Refusal refusal ? refusal : null;
                return caught[0] != null;
            }
        });
        assertThat(caught[0].kind()).isEqualTo(kind);
        assertThat(caught[0].errors()).extracting(error -> (error.field() + ' ' + error.code()).strip())
                .containsExactlyInAnyOrder(fieldsAndCodes);
    }

    @Override
    public Optional<PipelineDefinition> find(String key) {
        return List.of(standard(), KEY_ACCOUNTS, CLOSED).stream().filter(p -> p.key().equals(key)).findFirst();
    }

    @Override
    public PipelineDefinition standard() {
        return PipelineDefinition.standard();
    }

    @Override
    public Standing of(String customerId) {
        return switch (customerId) {
            case CUSTOMER, OTHER_CUSTOMER -> Standing.IN_USE;
            case ARCHIVED_CUSTOMER -> Standing.ARCHIVED;
            default -> Standing.UNKNOWN;
        };
    }

    @Override
    public void prepare(Collection<String> customerIds) {
    }

    @Override
    public String ofCustomer(String customerId) {
        return customerId.equals(OTHER_CUSTOMER) ? "展会" : null;
    }

    @Override
    public CustomFields custom() {
        return new CustomFields(List.of(field("tenderNumber", CustomFieldType.TEXT),
                field("seats", CustomFieldType.NUMBER)), UniqueValues.NONE);
    }

    private static CustomFieldDefinition field(String key, CustomFieldType type) {
        return new CustomFieldDefinition(RecordKind.OPPORTUNITY, key, type, Map.of("en", key), false, null, List.of(),
                null, false);
    }
}
