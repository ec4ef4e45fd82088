package io.rapport.rights;

import io.rapport.contracts.rights.Role;
import io.rapport.contracts.rights.Scope;
import org.junit.jupiter.api.Test;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RightsTest {

    private static final RightsTable TABLE = DeclaredRights.get().table();

    private static final Directory DIRECTORY = new Directory(Map.of(
            "zhangsan", user("zhangsan", Role.REP, "/east/shanghai", true),
            "wangwu", user("wangwu", Role.REP, "/east/shanghai", true),
            "manager", user("manager", Role.MANAGER, "/east", true),
            "gone", user("gone", Role.ADMINISTRATOR, null, false),
            "lisi", user("lisi", Role.REP, "/north/beijing", true),
            "eastern", user("eastern", Role.REP, "/eastern", true),
            "sync-east", new Directory.User("sync-east", null, Set.of(Role.INTEGRATION), null, true,
                    Set.of("/east", "lisi"))));

    private static Directory.User user(String name, Role role, String team, boolean active) {
        return new Directory.User(name, name, Set.of(role), team, active);
    }

    private static Rights of(String user, Role role, String team) {
        return Rights.of(TABLE, DIRECTORY, user, Set.of(role), team, role.scopes());
    }

    @Test
    void aRepReadsTheTeamsAndWritesHisOwn() {
        Rights rep = of("zhangsan", Role.REP, null);

        assertThat(rep.owners(Kind.CUSTOMER, Action.READ))
                .isEqualTo(new Owners.Of(Set.of("zhangsan", "wangwu"), false));
        assertThat(rep.owners(Kind.CUSTOMER, Action.WRITE)).isEqualTo(new Owners.Of(Set.of("zhangsan"), false));
        assertThat(rep.full(Kind.CUSTOMER, FieldClass.CONTACT_DATA)).isEqualTo(new Owners.Of(Set.of("zhangsan"), false));
        assertThat(rep.masked(Kind.CUSTOMER, FieldClass.CONTACT_DATA).include("wangwu")).isTrue();
        assertThat(rep.masked(Kind.CUSTOMER, FieldClass.MONEY).include("wangwu")).isFalse();
        assertThat(rep.exportRowsADay(Kind.CUSTOMER)).isEqualTo(1000);
    }

    @Test
    void aTreeIsCutAtSlashesAndHasWhatNobodyOwns() {
        assertThat(of("manager", Role.MANAGER, null).owners(Kind.ORDER, Action.READ))
                .isEqualTo(new Owners.Of(Set.of("manager", "zhangsan", "wangwu"), true));
    }

    @Test
    void theDirectoryWinsOverTheToken() {
        assertThat(of("zhangsan", Role.ADMINISTRATOR, "/north").owners(Kind.CUSTOMER, Action.READ).include("lisi"))
                .isFalse();
        assertThat(of("gone", Role.ADMINISTRATOR, null).owners(Kind.CUSTOMER, Action.READ)).isEqualTo(Owners.NOBODY);
        assertThat(of("new", Role.REP, "/east/shanghai").owners(Kind.CUSTOMER, Action.READ))
                .isEqualTo(new Owners.Of(Set.of("new", "zhangsan", "wangwu"), false));
    }

    @Test
    void aProgramSeesWhatItsScopesSay() {
        Rights without = Rights.of(TABLE, DIRECTORY, "sync", Set.of(Role.INTEGRATION), null,
                Set.of(Scope.CUSTOMERS_READ, Scope.MONEY));

        assertThat(without.full(Kind.CUSTOMER, FieldClass.CONTACT_DATA)).isEqualTo(Owners.NOBODY);
        assertThat(without.full(Kind.CUSTOMER, FieldClass.MONEY)).isEqualTo(Owners.EVERYONE);
    }

    @Test
    void aProgramWithAnOwnerFilterReachesNobodyElse() {
        Rights sync = of("sync-east", Role.INTEGRATION, null);

        for (Action action : List.of(Action.READ, Action.WRITE, Action.ASSIGN)) {
            assertThat(sync.owners(Kind.CUSTOMER, action)).isEqualTo(
                    new Owners.Of(Set.of("sync-east", "manager", "zhangsan", "wangwu", "lisi"), false));
        }
        assertThat(sync.full(Kind.CONTACT, FieldClass.TEXT).include(Holders.of("eastern"))).isFalse();
        assertThat(sync.may(Kind.CUSTOMER, Action.READ, Holders.of(null))).isFalse();
        assertThat(sync.mayAssignTo(Kind.CUSTOMER, "wangwu")).isTrue();
        assertThat(sync.mayAssignTo(Kind.CUSTOMER, "eastern")).isFalse();
    }

    @Test
    void whatBelongsToACustomerIsHeldByBoth() {
        Owners mine = new Owners.Of(Set.of("zhangsan"), false);

        assertThat(mine.include(Holders.ofBelonging("lisi", "zhangsan"))).isTrue();
        assertThat(mine.include(Holders.ofBelonging("zhangsan", "lisi"))).isTrue();
        assertThat(mine.include(Holders.ofBelonging("lisi", null))).isFalse();
        assertThat(new Owners.Of(Set.of("manager"), true).include(Holders.ofBelonging("lisi", null))).isTrue();
        assertThat(new Owners.Of(Set.of("manager"), true).include(Holders.ofUnknownCustomer(null))).isFalse();
    }

    @Test
    void theTableIsReadAsItWasWritten() {
        assertThat(RightsTable.of(TABLE.asMap())).isEqualTo(TABLE);
        assertThat(TABLE.administrators()).containsExactly(Role.ADMINISTRATOR);
        assertThatThrownBy(() -> RightsTable.of(Map.of("rep", Map.of("kinds", Map.of("customer", Map.of("read", "most"))))))
                .isInstanceOfSatisfying(RightsTable.Invalid.class,
                        invalid -> assertThat(invalid.field()).isEqualTo("rep.kinds.customer.read"));
        assertThatThrownBy(() -> RightsTable.of(Map.of("rep", Map.of("fieldClasses", Map.of("money", Map.of("masked", "all"))))))
                .isInstanceOf(RightsTable.Invalid.class);
    }

    @Test
    void aKindThatCameAfterATableWasSettledHasItsDeclaredRights() {
        RightsTable before = RightsTable.of(without(TABLE, Kind.TASK));

        assertThat(before.of(Role.REP).reach(Kind.TASK, Action.READ)).isEqualTo(Reach.NONE);
        assertThat(before.completedBy(TABLE)).isEqualTo(TABLE);
    }

    @Test
    void aKindThatWasTakenFromEverybodyStaysSo() {
        RightsTable settled = RightsTable.of(without(TABLE, Kind.TASK)).naming(EnumSet.allOf(Kind.class));

        assertThat(RightsTable.of(settled.asMap()).completedBy(TABLE)).isEqualTo(settled);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> without(RightsTable table, Kind kind) {
        Map<String, Object> roles = new LinkedHashMap<>(table.asMap());
        roles.replaceAll((role, rights) -> {
            Map<String, Object> changed = new LinkedHashMap<>((Map<String, Object>) rights);
            changed.computeIfPresent("kinds", (name, kinds) -> {
                Map<String, Object> others = new LinkedHashMap<>((Map<String, Object>) kinds);
                others.remove(kind.code());
                return others;
            });
            return changed;
        });
        return roles;
    }

    @Test
    void masksTellTooLittleToUse() {
        assertThat(Mask.PHONE.apply("13800000001")).isEqualTo("138****0001");
        assertThat(Mask.PHONE.apply("12345")).isEqualTo("***45");
        assertThat(Mask.PHONE.apply("+86 755 2878 0808")).isEqualTo("+86 7** **** 0808");
        assertThat(Mask.EMAIL.apply("zhangsan@huawei.com")).isEqualTo("z***n@huawei.com");
        assertThat(Mask.EMAIL.apply("ab@huawei.com")).isEqualTo("a***@huawei.com");
        assertThat(Mask.CONTACT.apply("13800000001")).isEqualTo("138****0001");
        assertThat(Mask.CONTACT.apply("ab@huawei.com")).isEqualTo("a***@huawei.com");
        assertThat(Mask.CONTACT.apply("WeChat: 张三")).isEqualTo("******: **");
        assertThat(Mask.ADDRESS.apply("深圳市龙岗区坂田华为基地")).isNull();
    }
}
