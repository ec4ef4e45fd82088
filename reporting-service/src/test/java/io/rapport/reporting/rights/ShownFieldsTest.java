package io.rapport.reporting.rights;

import io.rapport.contracts.rights.Role;
import io.rapport.rights.DeclaredRights;
import io.rapport.rights.Directory;
import io.rapport.rights.FieldClass;
import io.rapport.rights.FieldRule;
import io.rapport.rights.Holders;
import io.rapport.rights.Kind;
import io.rapport.rights.Mask;
import io.rapport.rights.Rights;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;

/** What is masked and hidden inside objects and lists. */
class ShownFieldsTest {

    private static final Holders SOMEBODY = Holders.of("lisi");

    @Test
    void partsOfTheElementsOfAListAreMaskedAndHidden() {
        ObjectNode order = json("{\"lines\":[{\"product\":\"a\",\"amount\":{\"amount\":\"1\",\"currency\":\"CNY\"}}]}");
        ShownFields.restrict(order, rights(Role.MARKETER, Kind.ORDER, Map.of()), SOMEBODY);
        assertThat(order).isEqualTo(json("{\"lines\":[{\"product\":\"a\"}]}"));
    }

    @Test
    void customFieldsAreSeenByTheirClassAndUndefinedOnesByWhoSeesEverything() {
        Map<String, Optional<FieldRule>> rules = Map.of("custom.size", Optional.empty(),
                "custom.hotline", Optional.of(new FieldRule(Set.of(FieldClass.CONTACT_DATA), Mask.CONTACT)),
                "custom.bonus", Optional.of(new FieldRule(Set.of(FieldClass.MONEY), null)));
        String values = "{\"custom\":{\"size\":\"L\",\"hotline\":\"13800000001\",\"bonus\":7,\"later\":\"x\"}}";

        ObjectNode marketers = json(values);
        ShownFields.restrict(marketers, rights(Role.MARKETER, Kind.CUSTOMER, rules), SOMEBODY);
        assertThat(marketers).isEqualTo(json("{\"custom\":{\"size\":\"L\",\"hotline\":\"138****0001\"}}"));

        ObjectNode administrators = json(values);
        ShownFields.restrict(administrators, rights(Role.ADMINISTRATOR, Kind.CUSTOMER, rules), SOMEBODY);
        assertThat(administrators).isEqualTo(json(values));
    }

    @Test
    void contactDataIsNotedAlsoInsideLists() {
        KindRights all = rights(Role.ADMINISTRATOR, Kind.CUSTOMER,
                Map.of("custom.hotline", Optional.of(new FieldRule(Set.of(FieldClass.CONTACT_DATA), null))));

        assertThat(ShownFields.showsContactData(json("{\"custom\":{\"hotline\":[\"1\"]}}"), all, SOMEBODY)).isTrue();
        assertThat(ShownFields.showsContactData(json("{\"custom\":{\"size\":\"L\"}}"), all, SOMEBODY)).isFalse();
        assertThat(all.contactDataIn("address.delivery")).containsExactly("address.delivery");
        assertThat(all.contactDataIn("custom")).containsExactly("custom.hotline");
        assertThat(all.contactDataIn("name")).isEmpty();
    }

    private static KindRights rights(Role role, Kind kind, Map<String, Optional<FieldRule>> custom) {
        return KindRights.of(Rights.of(DeclaredRights.get().table(), Directory.EMPTY, "somebody", Set.of(role), null,
                role.scopes()), kind, custom);
    }

    private static ObjectNode json(String text) {
        return (ObjectNode) JsonMapper.shared().readTree(text);
    }
}
