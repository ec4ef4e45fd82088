package io.rapport.customer.history.opportunities;

import io.rapport.contracts.CustomValues;
import io.rapport.contracts.Money;
import io.rapport.customer.RunningCustomerService;
import io.rapport.customer.domain.opportunities.Lead;
import io.rapport.customer.domain.opportunities.OpportunityEvent;
import io.rapport.customer.domain.opportunities.OpportunityFacts;
import io.rapport.customer.domain.opportunities.StageTerms;
import io.rapport.customer.domain.pipelines.PipelineDefinition;
import io.rapport.customer.domain.pipelines.PipelineEvent;
import io.rapport.customer.domain.rates.ExchangeRatesEvent;
import io.rapport.customer.domain.rates.RateTable;
import io.rapport.eventstore.StoredEventTypes;
import io.rapport.eventstore.storage.StoredJson;
import io.rapport.testing.StoredEventFixtures;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

class StoredOpportunityEventsTest extends RunningCustomerService {

    private static final String CONTACT = "0198c0de-0000-7000-8000-0000000000c1";

    @Autowired
    private StoredEventTypes types;
    @Autowired
    private EventStore eventStore;
    @Autowired
    private JdbcClient database;

    @TestFactory
    Stream<DynamicTest> theStoredFormOfOpportunitiesIsUnchanged() {
        return tests("opportunity", Map.ofEntries(
                Map.entry("opportunity.opened-1", new OpportunityEvent.Opened("0198c0de-0000-7000-8000-0000000000a1",
                        allFacts(), "default", "PRODUCT_INTEREST", new Lead("contact", CONTACT, "展会"), "zhangsan",
                        "/east/shanghai", new StageTerms(10, 21))),
                Map.entry("opportunity.facts-changed-1", new OpportunityEvent.FactsChanged(
                        new OpportunityFacts(null, null, null, yuan("48000.00"), null, null, null, null, null, null,
                                null, List.of("联想"), null, null, null), Set.of("probability"))),
                Map.entry("opportunity.owner-assigned-1",
                        new OpportunityEvent.OwnerAssigned("lisi", "/north/beijing")),
                Map.entry("opportunity.stage-changed-1",
                        new OpportunityEvent.StageChanged("default", "key-accounts", "QUOTATION", "TENDER", 60,
                                new StageTerms(25, null))),
                Map.entry("opportunity.won-1", new OpportunityEvent.Won("SIGNING", 86_400, 2_592_000)),
                Map.entry("opportunity.lost-1", new OpportunityEvent.Lost("NEGOTIATION", 864_000, 1_728_000)),
                Map.entry("opportunity.reopened-1",
                        new OpportunityEvent.Reopened("default", "NEGOTIATION", new StageTerms(60, 14))),
                Map.entry("opportunity.archived-1", new OpportunityEvent.Archived()),
                Map.entry("opportunity.restored-1", new OpportunityEvent.Restored()),
                Map.entry("opportunity.withdrawn-1", new OpportunityEvent.Withdrawn())));
    }

    @TestFactory
    Stream<DynamicTest> theStoredFormOfPipelinesIsUnchanged() {
        return tests("pipeline", Map.of("pipeline.defined-1",
                new PipelineEvent.Defined(PipelineDefinition.standard())));
    }

    @TestFactory
    Stream<DynamicTest> theStoredFormOfExchangeRatesIsUnchanged() {
        LocalDate day = LocalDate.of(2026, 11, 22);
        return tests("exchange-rates", Map.of(
                "exchange-rates.set-1", new ExchangeRatesEvent.Set(new RateTable(day, "CNY",
                        Map.of("USD", new BigDecimal("7.12"), "EUR", new BigDecimal("7.8501")))),
                "exchange-rates.removed-1", new ExchangeRatesEvent.Removed(day)));
    }

    private Stream<DynamicTest> tests(String kind, Map<String, ?> meaning) {
        Set<String> today = types.all().stream().filter(type -> type.name().startsWith(kind + '.'))
                .map(type -> type.name() + '-' + type.revision()).collect(Collectors.toSet());
        return new StoredEventFixtures(kind, today, meaning).tests(database,
                id -> eventStore.readEvents(id).asStream().map(event -> (Object) event.getPayload()).toList(),
                StoredJson.mapper());
    }

    private static OpportunityFacts allFacts() {
        return new OpportunityFacts("服务器采购", "0198c0de-0000-7000-8000-000000000001", List.of(CONTACT),
                yuan("50000.00"), LocalDate.of(2026, 12, 31), 40, "两百台服务器", yuan("60000.00"), "年内采购",
                "周五前发送技术方案", "旧设备到期", List.of("浪潮", "联想"), "展会", List.of("重点"), CustomValues.of("tenderNumber", "2026-17"));
    }

    private static Money yuan(String amount) {
        return new Money(new BigDecimal(amount), "CNY");
    }
}
