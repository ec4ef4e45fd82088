package io.rapport.interaction.application.contacts;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** What is taken of the public events of contacts, also of those that are told later than this was written. */
class KnownContactTest {

    @Test
    void addressesAreKnownWhereverTheyStand() {
        KnownContact contact = after(null, 1, "contact.registered.v1", """
                {"facts":{"name":"张伟","email":"Zhang@Huawei.com","emails":[{"kind":"home","value":"z@qq.com"}],
                          "note":"call me","customerId":"c1","links":[{"customerId":"c2","role":"BUYER"}]}}""");
        assertThat(contact.addresses()).containsExactly("z@qq.com", "zhang@huawei.com");
        assertThat(contact.domains()).containsExactly("huawei.com", "qq.com");
        assertThat(contact.customers()).containsExactly("c1", "c2");
        assertThat(contact.facts().has("name")).as("what is not needed is not kept").isFalse();
        assertThat(contact.owner()).isEqualTo("zhangsan");

        KnownContact changed = after(contact, 2, "contact.changed.v1",
                "{\"changed\":{\"email\":\"new@huawei.com\"},\"cleared\":[\"emails\",\"customerId\"]}");
        assertThat(changed.addresses()).containsExactly("new@huawei.com");
        assertThat(changed.customers()).containsExactly("c2");
        assertThat(after(changed, 2, "contact.changed.v1", "{\"cleared\":[\"email\"]}")).isEqualTo(changed);
        assertThat(after(changed, 3, "contact.owner-assigned.v1", "{\"owner\":\"lisi\"}").owner()).isEqualTo("lisi");
    }

    @Test
    void nobodyIsKnownByTheAddressesOfWhoIsOutOfUse() {
        KnownContact contact = after(null, 1, "contact.registered.v1", "{\"facts\":{\"email\":\"a@b.com\"}}");
        KnownContact archived = after(contact, 2, "contact.archived.v1", "{}");
        assertThat(archived.hidden()).isTrue();
        assertThat(after(archived, 3, "contact.restored.v1", "{}").hidden()).isFalse();
        assertThat(after(archived, 3, "contact.erased.v1", "{}").facts().isEmpty()).isTrue();
        assertThat(after(null, 2, "contact.changed.v1", "{}")).isNull();
    }

    private static KnownContact after(KnownContact before, long sequence, String type, String data) {
        return KnownContact.after(before, "id", type, sequence, "zhangsan", JsonMapper.shared().readTree(data));
    }
}
