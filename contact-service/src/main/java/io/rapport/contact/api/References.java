package io.rapport.contact.api;

import io.rapport.contact.domain.ContactFacts;
import io.rapport.contact.domain.CustomerLink;
import io.rapport.contracts.CustomValues;
import io.rapport.customfields.RecordKind;
import io.rapport.knowncustomers.KnownCustomFields;
import io.rapport.knowncustomers.KnownCustomers;
import io.rapport.rights.Rights;
import org.springframework.stereotype.Component;

import java.util.Objects;
import java.util.stream.Stream;

/** What a request refers to that another service owns: known here a moment later than there. */
@Component
class References {

    private final KnownCustomers customers;
    private final KnownCustomFields fields;

    References(KnownCustomers customers, KnownCustomFields fields) {
        this.customers = customers;
        this.fields = fields;
    }

    /**
     * Makes sure that what was settled before the request is known before its command is handled.
     *
     * @throws io.rapport.web.problem.ProblemException 503 when the owner of customers does not answer
     */
    void lookUp(ContactFacts given, Rights rights) {
        ContactFacts facts = ContactFacts.SHEET.tidied(given);
        Stream.concat(Stream.ofNullable(facts.customerId()),
                facts.links() == null ? Stream.empty() : facts.links().stream().map(CustomerLink::customerId))
                .filter(Objects::nonNull).distinct().forEach(id -> customers.lookUp(id, rights));
        CustomValues custom = facts.custom();
        if (custom != null) {
            fields.await(RecordKind.CONTACT, custom.values().keySet());
        }
    }
}
