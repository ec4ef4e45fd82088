package io.rapport.values;

import io.rapport.contracts.CustomValues;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;

class FactSheetProperties {

    record Address(String registered, String delivery) {
    }

    record Facts(String name, List<String> tags, Address address, CustomValues custom) {

        Facts(String name, List<String> tags, Address address) {
            this(name, tags, address, null);
        }
    }

    private static final FactSheet<Facts> SHEET = FactSheet.of(Facts.class, Address.class);

    @Property
    void replacingLeavesWhatIsWanted(@ForAll("facts") Facts before, @ForAll("facts") Facts wanted) {
        assertThat(SHEET.merge(before, SHEET.effective(before, SHEET.replacement(wanted)))).isEqualTo(wanted);
    }

    @Property
    void aPatchAppliedTwiceChangesNothingMore(@ForAll("facts") Facts before, @ForAll("patches") Patch<Facts> patch) {
        Facts once = SHEET.merge(before, SHEET.effective(before, patch));
        Patch<Facts> again = SHEET.effective(once, patch);
        assertThat(SHEET.isEmpty(again.changed())).isTrue();
        assertThat(again.cleared()).isEmpty();
    }

    @Property
    void tidyingTwiceIsTidyingOnce(@ForAll("facts") Facts facts) {
        assertThat(SHEET.tidied(SHEET.tidied(facts))).isEqualTo(SHEET.tidied(facts)).isEqualTo(facts);
    }

    @Example
    void aPartOfANestedRecordChangesAlone() {
        var before = new Facts("华为", null, new Address("深圳", "东莞"));
        var moved = SHEET.effective(before, new Patch<>(new Facts(null, null, new Address(null, "北京")), Set.of()));
        assertThat(moved.changed().address()).isEqualTo(new Address("深圳", "北京"));
        var cleared = SHEET.effective(before, new Patch<>(SHEET.empty(), Set.of("address.delivery")));
        assertThat(cleared.changed().address()).isEqualTo(new Address("深圳", null));
        var both = Set.of("address.delivery", "address.registered");
        assertThat(SHEET.effective(before, new Patch<>(SHEET.empty(), both)).cleared()).containsExactly("address");
    }

    @Example
    void blankMeansAbsent() {
        var before = new Facts("华为", List.of("VIP"), new Address("深圳", "东莞"));
        var blank = new Facts("  ", List.of(" "), new Address(" ", null));
        Patch<Facts> effective = SHEET.effective(before, new Patch<>(blank, Set.of()));
        assertThat(effective.cleared()).containsExactly("name", "tags");
        assertThat(effective.changed()).isEqualTo(new Facts(null, null, new Address(null, "东莞")));
        assertThat(SHEET.tidied(new Facts(" a ", List.of("x", " x", ""), new Address("", null))))
                .isEqualTo(new Facts("a", List.of("x"), null));
    }

    @Provide
    Arbitrary<Facts> facts() {
        Arbitrary<String> text = Arbitraries.of("a", "b", "c").injectNull(0.3);
        Arbitrary<List<String>> tags = Arbitraries.of("x", "y", "z").list().uniqueElements().ofMinSize(1)
                .injectNull(0.3);
        Arbitrary<Address> address = Combinators.combine(text, text).as(Address::new)
                .map(part -> part.equals(new Address(null, null)) ? null : part);
        Arbitrary<CustomValues> custom = Arbitraries.maps(Arbitraries.of("one", "two"),
                        Arbitraries.<Object>of("a", true, BigDecimal.TEN, List.of("x", "y"))).ofMinSize(1)
                .map(CustomValues::new).injectNull(0.3);
        return Combinators.combine(text, tags, address, custom).as(Facts::new);
    }

    @Provide
    Arbitrary<Patch<Facts>> patches() {
        Arbitrary<Set<String>> cleared = Arbitraries
                .of("name", "tags", "address", "address.registered", "address.delivery", "custom", "custom.one").set().ofMaxSize(3);
        return Combinators.combine(facts(), cleared).as(Patch::new);
    }
}
