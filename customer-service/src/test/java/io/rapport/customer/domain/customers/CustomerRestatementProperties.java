package io.rapport.customer.domain.customers;

import io.rapport.values.Assignment;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import java.util.List;

import static io.rapport.customer.domain.customers.CustomerFactsBuilder.facts;
import static org.assertj.core.api.Assertions.assertThat;

class CustomerRestatementProperties {

    @Property(tries = 500)
    void anyStateIsReachedExactlyFromAnyOther(@ForAll("states") CustomerState present,
                                              @ForAll("states") CustomerState target) {
        CustomerState state = present;
        for (CustomerEvent event : CustomerRestatement.events(present, target)) {
            state = Customer.evolve(state, event);
        }

        assertThat(state).isEqualTo(target);
        assertThat(CustomerRestatement.events(target, target)).isEmpty();
    }

    @Provide
    Arbitrary<CustomerState> states() {
        Arbitrary<CustomerFacts> facts = Combinators.combine(
                Arbitraries.of("华为", "腾讯"),
                Arbitraries.of("POTENTIAL", "VIP"),
                Arbitraries.of("010-12345678", "13800000001").injectNull(0.4),
                Arbitraries.of("a", "b", "c").list().ofMinSize(1).ofMaxSize(3).uniqueElements().injectNull(0.4),
                Arbitraries.of("street 1", "street 2"),
                Arbitraries.of("yard 1", "yard 2").injectNull(0.4))
                .as((name, type, phone, tags, registered, delivery) -> tagged(tags).name(name).type(type)
                        .level("NORMAL").phone(phone).address(registered, delivery).build());
        Arbitrary<Assignment> assignments = Combinators.combine(Arbitraries.of("zhangsan", "lisi").injectNull(0.3),
                Arbitraries.of("/east", "/north").injectNull(0.3)).as(Assignment::new);
        return Combinators.combine(Arbitraries.of("001", "002"), facts, Arbitraries.of(SalesStatus.class), assignments,
                Arbitraries.of(true, false), Arbitraries.of(true, false),
                Arbitraries.of(LifecycleStage.class).injectNull(0.5))
                .as((number, given, status, assignment, closed, archived, stage) -> Customer.after(List.of(
                        new CustomerEvent.Registered("1", number, given, status, assignment.owner(),
                                assignment.team()))).closed(closed).archived(archived).overridden(stage));
    }

    private static CustomerFactsBuilder tagged(List<String> tags) {
        return tags == null ? facts() : facts().tags(tags.toArray(String[]::new));
    }
}
