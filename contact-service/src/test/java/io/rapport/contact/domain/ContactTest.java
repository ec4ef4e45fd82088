package io.rapport.contact.domain;

import io.rapport.contact.domain.ContactCommand.Archive;
import io.rapport.contact.domain.ContactCommand.Change;
import io.rapport.contact.domain.ContactCommand.Register;
import io.rapport.contact.domain.ContactCommand.Restore;
import io.rapport.contact.domain.ContactEvent.Archived;
import io.rapport.contact.domain.ContactEvent.FactsChanged;
import io.rapport.contact.domain.ContactEvent.Registered;
import io.rapport.contact.domain.ContactEvent.Restored;
import io.rapport.contracts.refusal.FieldError;
import io.rapport.eventstore.storage.StoredJson;
import io.rapport.values.Patch;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

import java.util.Set;

import static io.rapport.testing.RefusalMatcher.refusedFor;
import static org.assertj.core.api.Assertions.assertThat;

class ContactTest {

    private static final String ID = "0198c0de-0000-7000-8000-000000000002";
    private static final String CUSTOMER = "0198c0de-0000-7000-8000-000000000001";
    private static final ContactFacts ALL =
            new ContactFacts("张三", "采购经理", "zhangsan@huawei.com", "13800000001", CUSTOMER);
    private static final Registered REGISTERED = new Registered(ID, ALL);

    private final AggregateTestFixture<Contact> fixture = new AggregateTestFixture<>(Contact.class);

    @Test
    void aNameIsEnoughToRegister() {
        fixture.givenNoPriorActivity().when(new Register(ID, named(" 张三 ")))
                .expectEvents(new Registered(ID, named("张三")));
    }

    @ParameterizedTest
    @CsvSource({
            ",,,,name,required", "' ',,,,name,required", "a,,nobody,,email,email-invalid",
            "a,,,123456,phone,phone-invalid"
    })
    void wrongFactsAreRefused(String name, String position, String email, String phone, String field, String code) {
        fixture.givenNoPriorActivity().when(new Register(ID, new ContactFacts(name, position, email, phone, null)))
                .expectNoEvents().expectException(refusedFor(FieldError.of(field, code)));
    }

    @Test
    void textsAndReferencesKeepTheRules() {
        var facts = new ContactFacts("x".repeat(101), "a\u0007", null, null, "7");
        fixture.givenNoPriorActivity().when(new Register(ID, facts)).expectNoEvents().expectException(refusedFor(
                FieldError.of("name", "too-long", 100), FieldError.of("position", "control-character"),
                FieldError.of("customerId", "id-malformed")));
    }

    @Test
    void onlyWhatIsDifferentIsRecorded() {
        var patch = new Patch<>(new ContactFacts("张三", "总监", null, null, null), Set.of("phone"));
        fixture.given(REGISTERED).when(new Change(ID, null, patch))
                .expectEvents(new FactsChanged(new ContactFacts(null, "总监", null, null, null), Set.of("phone")));
    }

    @Test
    void aChangeToTheSameIsNoEvent() {
        fixture.given(REGISTERED).when(new Change(ID, null, new Patch<>(ALL, Set.of()))).expectNoEvents();
    }

    @Test
    void theNameCannotBeTakenAway() {
        fixture.given(REGISTERED)
                .when(new Change(ID, null, new Patch<>(ContactFacts.SHEET.empty(), Set.of("name"))))
                .expectNoEvents().expectException(refusedFor(FieldError.of("name", "required")));
    }

    @Test
    void archivingAsksForAReason() {
        fixture.given(REGISTERED).when(new Archive(ID, null, "离职")).expectEvents(new Archived());
    }

    @Test
    void archivingWithoutAReasonIsRefused() {
        fixture.given(REGISTERED).when(new Archive(ID, null, " "))
                .expectNoEvents().expectException(refusedFor(FieldError.of("reason", "required")));
    }

    @Test
    void anArchivedContactDoesNotChange() {
        fixture.given(REGISTERED, new Archived()).when(new Change(ID, null, new Patch<>(named("李四"), Set.of())))
                .expectNoEvents().expectException(refusedFor(FieldError.of("", "contact-archived")));
    }

    @Test
    void archivingTwiceIsOneEvent() {
        fixture.given(REGISTERED, new Archived()).when(new Archive(ID, null, "again")).expectNoEvents();
    }

    @Test
    void anArchivedContactIsRestored() {
        fixture.given(REGISTERED, new Archived()).when(new Restore(ID, null)).expectEvents(new Restored());
    }

    @Test
    void restoringWhatIsInUseIsNoEvent() {
        fixture.given(REGISTERED).when(new Restore(ID, null)).expectNoEvents();
    }

    @Test
    void aSnapshotHoldsTheFullState() {
        JsonMapper json = StoredJson.mapper();
        Contact contact = new Contact();
        contact.on(REGISTERED);
        contact.on(new Archived());
        Contact read = json.readValue(json.writeValueAsBytes(contact), Contact.class);
        assertThat(read).usingRecursiveComparison().isEqualTo(contact);
        assertThat(read).extracting("contactId", "state").containsExactly(ID, new ContactState(ALL, true));
    }

    private static ContactFacts named(String name) {
        return new ContactFacts(name, null, null, null, null);
    }
}
