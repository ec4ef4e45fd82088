package io.rapport.customer.domain.customers;

import io.rapport.contracts.CustomValues;
import io.rapport.customer.domain.customers.CustomerCommand.Change;
import io.rapport.customer.domain.customers.CustomerCommand.Merge;
import io.rapport.customer.domain.customers.CustomerCommand.Part;
import io.rapport.customer.domain.customers.CustomerCommand.Unmerge;
import io.rapport.customer.domain.customers.CustomerEvent.Registered;
import io.rapport.values.Assignment;
import io.rapport.values.Patch;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
            List.of("name", "phone", "fax", "email", "tags", "address", "custom.size", "custom.colours", "owner",
                    "salesStatus", "activity");

    private static final Set<String> LISTS = Set.of("tags", "custom.colours");

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
            List<String> restored = List.of(CustomerMerging.told(before, released, after).get("restored").split(","));
            FIELDS.forEach(field -> assertThat(restored.contains(field)).as(field)
                    .isEqualTo(!Objects.equals(value(before, field), value(after, field))));
            assertThat(released.kept()).noneMatch(restored::contains);
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
                : LISTS.contains(field) && random.nextBoolean() ? "both" : "from"));
        take.keySet().removeIf(field -> field.startsWith("custom.") && value(world.get(survivor), field) == null
                && value(world.get(from), field) == null);
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
        CustomerState state = world.get(id);
        for (CustomerEvent event : changes(id, state)) {
            CustomerState before = world.get(id);
            apply(id, event);
            ChangedValues.fieldsBetween(before, world.get(id))
                    .forEach(field -> said.get(id).put(field, value(world.get(id), field)));
        }
    }

    private List<CustomerEvent> changes(String id, CustomerState state) {
        Part part = switch (random.nextInt(5)) {
            case 0 -> new Part.ChangeStatus(status().name());
            case 1 -> random.nextBoolean() ? new Part.CloseActivity() : new Part.ReopenActivity();
            case 2 -> new Part.AssignOwner(new Patch<>(new Assignment(text("u"), null), Set.of()));
            case 3 -> null;
            default -> new Part.ChangeFacts(null, new Patch<>(someFacts().withCustom(null), Set.of()));
        };
        if (part != null) {
            return CustomerDecisions.decide(state, new Change(id, null, List.of(part)), CustomerSettings.shipped());
        }
        var facts = CustomerFacts.SHEET.effective(state.facts(), new Patch<>(
                CustomerFacts.SHEET.empty().withCustom(someCustom()), Set.of("custom")));
        return CustomerFacts.SHEET.isEmpty(facts) ? List.of()
                : List.of(new CustomerEvent.FactsChanged(null, facts.changed(), facts.cleared()));
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
                .address(random.nextBoolean() ? null : text("s"), random.nextBoolean() ? null : text("s")).build())
                .withCustom(someCustom());
    }

    private CustomValues someCustom() {
        Map<String, Object> values = new TreeMap<>();
        if (random.nextBoolean()) {
            values.put("size", text("c"));
        }
        if (random.nextBoolean()) {
            values.put("colours", List.of(text("r"), "blue"));
        }
        return values.isEmpty() ? null : new CustomValues(values);
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
            case "custom.size", "custom.colours" ->
                    ChangedValues.custom(state.facts()).get(field.substring("custom.".length()));
            default -> CustomerFacts.SHEET.only(state.facts(), new TreeSet<>(Set.of(field)));
        };
    }
}
