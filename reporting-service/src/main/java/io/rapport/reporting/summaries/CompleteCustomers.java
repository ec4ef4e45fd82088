package io.rapport.reporting.summaries;

import io.rapport.reporting.customers.CustomerProfile;
import io.rapport.reporting.customers.CustomerReadModel;
import io.rapport.reporting.customers.LifecycleStage;
import io.rapport.reporting.intake.FactFolding;
import io.rapport.reporting.rates.PresentRates;
import io.rapport.reporting.rates.Rates;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Puts what follows from other records into the profiles of customers. */
@Component
class CompleteCustomers {

    private final SummaryStore summaries;
    private final CustomerReadModel model;
    private final PresentRates present;

    CompleteCustomers(SummaryStore summaries, CustomerReadModel model, PresentRates present) {
        this.summaries = summaries;
        this.model = model;
        this.present = present;
    }

    /** The same customers, each as answers show it. */
    List<CustomerProfile> complete(Collection<CustomerProfile> customers, Rates rates) {
        Set<String> ids = customers.stream().flatMap(customer -> customer.everAnsweredFor().stream())
                .collect(Collectors.toSet());
        Map<String, CustomerSummary> found = summaries.load(ids);
        Rates known = present.atLeast(Math.max(rates.version(),
                found.values().stream().mapToLong(CustomerSummary::ratesVersion).max().orElse(0)));
        return customers.stream().map(customer -> complete(customer, found, known)).toList();
    }

    /** @param found the summaries of all customers that it answers for, or has answered for; those without are missing */
    CustomerProfile complete(CustomerProfile customer, Map<String, CustomerSummary> found, Rates rates) {
        List<CustomerSummary> ever = of(customer.everAnsweredFor(), found);
        return ever.isEmpty() ? customer
                : complete(customer, DerivedFields.of(of(customer.answersFor(), found), ever, rates));
    }

    private static List<CustomerSummary> of(Set<String> ids, Map<String, CustomerSummary> found) {
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    private CustomerProfile complete(CustomerProfile customer, DerivedFields derived) {
        return model.with(customer, document -> {
            if (derived.contact()) {
                set(document, "primaryContact", derived.primaryName());
            }
            if (derived.interaction()) {
                set(document, "lastInteractionAt", derived.lastAt());
            }
            if (derived.opportunity()) {
                set(document, "openOpportunityAmount", derived.open().total());
            }
            if (derived.order()) {
                set(document, "revenueToDate", derived.revenue().total());
                set(document, "purchases", derived.habits());
            }
            document.put("lifecycleStage", LifecycleStage.of(document.path("lifecycleOverride").asString(null),
                    document.path("salesStatus").asString(null), derived.purchases()));
            document.put("summaryVersion", derived.indexVersion());
            if (!derived.open().withoutRate().isEmpty() || !derived.revenue().withoutRate().isEmpty()) {
                set(document, "amountsWithoutRate", new CustomerProfile.AmountsWithoutRate(
                        derived.open().withoutRate(), derived.revenue().withoutRate()));
            }
        });
    }

    private static void set(ObjectNode document, String field, Object value) {
        FactFolding.setOrClear(document, field, value == null ? null : FactFolding.json(value));
    }
}
