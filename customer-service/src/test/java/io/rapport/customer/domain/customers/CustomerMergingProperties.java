package io.rapport.customer.domain.customers;

import io.rapport.customer.domain.customers.CustomerCommand.Change;
import io.rapport.customer.domain.customers.CustomerCommand.Merge;
import io.rapport.customer.domain.customers.CustomerCommand.Part;
import io.rapport.customer.domain.customers.CustomerCommand.Unmerge;
import io.rapport.customer.domain.customers.CustomerEvent.Registered;
import io.rapport.values.Patch;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import static io.rapport.customer.domain.customers.CustomerFactsBuilder.facts;
import static org.assertj.core.api.Assertions.assertThat;

/** Whatever is merged, changed and parted, in whatever order: parting is the way back. */
class CustomerMergingProperties {

    private static final List<String> IDS = List.of("0198c0de-0000-7000-8000-000000000001",
            "0198c0de-0000-7000-8000-000000000002", "0198c0de-0000-7000-8000-000000000003",
            "0198c0de-0000-7000-8000-000000000004");
    private static final List<String> FIELDS =
            List.of("name", "phone", "fax", "email", "tags", "address", "owner", "salesStatus", "activity");

    /** What happens, each on customers that allow it: parting comes as it may. */
    private enum Step { MERGE, PART, CHANGE }

    private final Map<String, CustomerState> world = new TreeMap<>();
    /** What somebody has said last of each field of each customer. */
    private final Map<String, Map<String, Object>> said = new TreeMap<>();
    private Random random;

    @Property
    void mergesWithoutChangesInBetweenLeaveNoTrace(@ForAll("merging") List<Step> steps, @ForAll Random chance) {
        Map<String, CustomerState> before = begin(chance);
        steps.forEach(this::happens);
        partAll();
        assertThat(world).isEqualTo(before);
    }

    @Property
    void whatSomebodySaidOfACustomerIsThereInTheEnd(@ForAll("anything") List<Step> steps, @ForAll Random chance) {
        begin(chance);
        steps.forEach(this::happens);
        partAll();
        world.forEach((id, state) -> {
            assertThat(state.merges()).isEqualTo(Merges.NONE);
            FIELDS.forEach(field ->
                    assertThat(value(state, field)).as("%s of %s", field, id).isEqualTo(said.get(id).get(field)));
        });
    }

    @Property
    void theAnswerListsExactlyWhatGoesBack(@ForAll("anything") List<Step> steps, @ForAll Random chance) {
        begin(chance);
        steps.forEach(this::happens);
        for (String id : survivors()) {
            CustomerState before = world.get(id);
            String from = before.merges().absorbed().getFirst().from();
            var released = CustomerMerging.decide(before, new Unmerge(id, null, from));
            CustomerState after = Customer.evolve(before, released);
            assertThat(released.values().fields()).containsAll(
                    FIELDS.stream().filter(field -> !value(before, field).equals(value(after, field))).toList());
            assertThat(released.kept()).noneMatch(released.values().fields()::contains);
        }
    }

    @Property
    void everyCustomerIsAnsweredForByExactlyOne(@ForAll("anything") List<Step> steps, @ForAll Random chance) {
        begin(chance);
        steps.forEach(this::happens);
        List<String> answeredFor = new ArrayList<>();
        world.forEach((id, state) -> {
            if (state.merges().into() == null) {
                answeredFor.add(id);
                answeredFor.addAll(state.merges().records());
            }
        });
        assertThat(answeredFor).containsExactlyInAnyOrderElementsOf(IDS);
    }

    @Provide
    Arbitrary<List<Step>> merging() {
        return Arbitraries.of(Step.MERGE, Step.MERGE, Step.PART).list().ofMaxSize(12);
    }

    @Provide
    Arbitrary<List<Step>> anything() {
        return Arbitraries.of(Step.values()).list().ofMaxSize(16);
    }

    private Map<String, CustomerState> begin(Random chance) {
        random = chance;
        world.clear();
        said.clear();
        IDS.forEach(id -> {
            var registered = new Registered(id, id.substring(34), someFacts(), status(), text("u"), null);
            world.put(id, Customer.evolve(null, registered).closed(random.nextBoolean()));
            said.put(id, new TreeMap<>());
            FIELDS.forEach(field -> said.get(id).put(field, value(world.get(id), field)));
        });
        return new TreeMap<>(world);
    }

    private void happens(Step step) {
        switch (step) {
            case MERGE -> {
                List<String> free = free();
                if (free.size() > 1) {
                    String survivor = free.remove(random.nextInt(free.size()));
                    merge(survivor, free.get(random.nextInt(free.size())));
                }
            }
            case PART -> {
                List<String> survivors = survivors();
                if (!survivors.isEmpty()) {
                    part(survivors.get(random.nextInt(survivors.size())));
                }
            }
            case CHANGE -> {
                List<String> free = free();
                change(free.get(random.nextInt(free.size())));
            }
        }
    }

    private void merge(String survivor, String from) {
        Map<String, String> take = new TreeMap<>();
        FIELDS.forEach(field -> take.put(field, random.nextInt(3) == 0 ? "this"
                : field.equals("tags") && random.nextBoolean() ? "both" : "from"));
        var absorbed = CustomerMerging.decide(world.get(survivor), world.get(from),
                new Merge(survivor, null, from, take));
        apply(from, new CustomerEvent.MergedInto(survivor));
        apply(survivor, absorbed);
    }

    private void part(String survivor) {
        List<Absorption> absorbed = world.get(survivor).merges().absorbed();
        String from = absorbed.get(random.nextInt(absorbed.size())).from();
        apply(survivor, CustomerMerging.decide(world.get(survivor), new Unmerge(survivor, null, from)));
        apply(from, new CustomerEvent.UnmergedFrom(survivor));
    }

    private void partAll() {
        for (List<String> survivors = survivors(); !survivors.isEmpty(); survivors = survivors()) {
            part(survivors.get(random.nextInt(survivors.size())));
        }
    }

    private void change(String id) {
        Part part = switch (random.nextInt(4)) {
            case 0 -> new Part.ChangeStatus(status().name());
            case 1 -> random.nextBoolean() ? new Part.CloseActivity() : new Part.ReopenActivity();
            case 2 -> new Part.AssignOwner(new Patch<>(new Assignment(text("u"), null), Set.of()));
            default -> new Part.ChangeFacts(null, new Patch<>(someFacts(), Set.of()));
        };
        for (CustomerEvent event : Customer.decide(world.get(id), new Change(id, null, List.of(part)),
                CustomerSettings.shipped())) {
            apply(id, event);
            CustomerMerging.fieldsChangedBy(event)
                    .forEach(field -> said.get(id).put(field, value(world.get(id), field)));
        }
    }

    private void apply(String id, CustomerEvent event) {
        world.put(id, Customer.evolve(world.get(id), event));
    }

    /** Those that nobody else answers for. */
    private List<String> free() {
        return new ArrayList<>(IDS.stream().filter(id -> world.get(id).merges().into() == null).toList());
    }

    private List<String> survivors() {
        return free().stream().filter(id -> !world.get(id).merges().absorbed().isEmpty()).toList();
    }

    private CustomerFacts someFacts() {
        return CustomerFacts.SHEET.tidied(facts().name(text("n")).phone("1380000000" + random.nextInt(3))
                .fax(random.nextBoolean() ? null : "95588").email(random.nextBoolean() ? null : "a@b.com")
                .tags(text("t"), text("t"))
                .address(random.nextBoolean() ? null : text("s"), random.nextBoolean() ? null : text("s")).build());
    }

    private String text(String prefix) {
        return prefix + random.nextInt(3);
    }

    private SalesStatus status() {
        return SalesStatus.values()[random.nextInt(3)];
    }

    private static Object value(CustomerState state, String field) {
        return switch (field) {
            case "owner" -> state.assignment();
            case "salesStatus" -> state.salesStatus();
            case "activity" -> state.activityClosed();
            default -> CustomerFacts.SHEET.only(state.facts(), new TreeSet<>(Set.of(field)));
        };
    }
}
