package io.rapport.customer.domain.directory;

import io.rapport.contracts.refusal.Refusal;
import io.rapport.rights.DeclaredRights;
import io.rapport.rights.Kind;
import org.junit.jupiter.api.Test;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class RightsSettingTest {

    private static final Map<String, Object> DECLARED = DeclaredRights.get().table().asMap();

    @Test
    void aTableIsKeptWholeAndTheSameAgainIsNoEvent() {
        RightsDefinition whole = new RightsDefinition(
                DeclaredRights.get().table().naming(EnumSet.allOf(Kind.class)).asMap());
        assertThat(RightsSetting.decide(null, new RightsDefinition(DECLARED)))
                .containsExactly(new RightsEvent.Defined(whole));
        assertThat(RightsSetting.decide(whole, new RightsDefinition(DECLARED))).isEmpty();
    }

    @Test
    void somebodyIsLeftWhoMayChangeIt() {
        refused(with("administrator", Map.of("kinds", Map.of("administration", Map.of("read", "all")))),
                "table.administrator rights-without-administrator");
        Map<String, Object> without = new HashMap<>(DECLARED);
        without.remove("administrator");
        refused(without, "table.administrator rights-without-administrator");
    }

    @Test
    void thePlaceAtFaultIsNamed() {
        refused(with("rep", Map.of("kinds", Map.of("customer", Map.of("read", "far")))),
                "table.rep.kinds.customer.read rights-table-invalid");
        refused(with("king", Map.of()), "table.king rights-table-invalid");
        refused(with("rep", "everything"), "table.rep rights-table-invalid");
    }

    private static Map<String, Object> with(String role, Object rights) {
        Map<String, Object> table = new HashMap<>(DECLARED);
        table.put(role, rights);
        return table;
    }

    private static void refused(Map<String, Object> table, String... fieldsAndCodes) {
        Refusal refusal = catchThrowableOfType(Refusal.class,
                () -> RightsSetting.decide(null, new RightsDefinition(table)));
        assertThat(refusal.errors()).extracting(error -> error.field() + ' ' + error.code())
                .containsExactly(fieldsAndCodes);
    }
}
