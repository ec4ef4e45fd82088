package io.rapport.customer.configuration;

import io.rapport.customer.domain.opportunities.Opportunity;
import io.rapport.customer.domain.opportunities.OpportunityEvent;
import io.rapport.customer.domain.pipelines.Pipeline;
import io.rapport.customer.domain.pipelines.PipelineEvent;
import io.rapport.customer.domain.rates.ExchangeRatesEvent;
import io.rapport.customer.domain.rates.ExchangeRatesOfDay;
import io.rapport.eventstore.EventPublication;
import io.rapport.eventstore.RecordType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.Clock;

/** Under which names the events of opportunities, of their pipelines and of exchange rates are stored. */
@Configuration(proxyBeanMethods = false)
class OpportunityEventConfiguration {

    @Bean
    RecordType<Opportunity, OpportunityEvent> opportunityRecords(EventPublication<OpportunityEvent> publication) {
        return RecordType.of("opportunity", "1", Opportunity.class, OpportunityEvent.class, publication)
                .event("opportunity.opened", "1", OpportunityEvent.Opened.class)
                .event("opportunity.facts-changed", "1", OpportunityEvent.FactsChanged.class)
                .event("opportunity.owner-assigned", "1", OpportunityEvent.OwnerAssigned.class)
                .event("opportunity.stage-changed", "1", OpportunityEvent.StageChanged.class)
                .event("opportunity.won", "1", OpportunityEvent.Won.class)
                .event("opportunity.lost", "1", OpportunityEvent.Lost.class)
                .event("opportunity.reopened", "1", OpportunityEvent.Reopened.class)
                .event("opportunity.archived", "1", OpportunityEvent.Archived.class)
                .event("opportunity.restored", "1", OpportunityEvent.Restored.class)
                .event("opportunity.withdrawn", "1", OpportunityEvent.Withdrawn.class)
                .build();
    }

    @Bean
    RecordType<Pipeline, PipelineEvent> pipelineRecords(EventPublication<PipelineEvent> publication) {
        return RecordType.of("pipeline", "1", Pipeline.class, PipelineEvent.class, publication)
                .event("pipeline.defined", "1", PipelineEvent.Defined.class)
                .build();
    }

    @Bean
    RecordType<ExchangeRatesOfDay, ExchangeRatesEvent> exchangeRateRecords(
            EventPublication<ExchangeRatesEvent> publication) {
        return RecordType.of("exchange-rates", "1", ExchangeRatesOfDay.class, ExchangeRatesEvent.class, publication)
                .event("exchange-rates.set", "1", ExchangeRatesEvent.Set.class)
                .event("exchange-rates.removed", "1", ExchangeRatesEvent.Removed.class)
                .build();
    }

    /** What time it is for decisions that count it. */
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
