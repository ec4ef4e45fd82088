package io.rapport.contact.domain;

import io.rapport.contact.domain.ChannelConsent.Channel;
import io.rapport.contact.domain.ContactCommand.Archive;
import io.rapport.contact.domain.ContactCommand.Change;
import io.rapport.contact.domain.ContactCommand.Part;
import io.rapport.contact.domain.ContactCommand.Register;
import io.rapport.contact.domain.ContactCommand.Restate;
import io.rapport.contact.domain.ContactCommand.Restore;
import io.rapport.contact.domain.ContactEvent.Archived;
import io.rapport.contact.domain.ContactEvent.FactsChanged;
import io.rapport.contact.domain.ContactEvent.OwnerAssigned;
import io.rapport.contact.domain.ContactEvent.Registered;
import io.rapport.contact.domain.ContactEvent.Restored;
import io.rapport.contracts.CustomValues;
import io.rapport.contracts.refusal.FieldError;
import io.rapport.customfields.CustomFieldDefinition;
import io.rapport.customfields.CustomFieldType;
import io.rapport.customfields.CustomFields;
import io.rapport.customfields.RecordKind;
import io.rapport.customfields.UniqueValues;
import io.rapport.eventstore.storage.StoredJson;
import io.rapport.values.Assignment;
import io.rapport.values.Patch;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

import static io.rapport.contact.domain.SampleContacts.CUSTOMER;
import static io.rapport.contact.domain.SampleContacts.FORMER;
import static io.rapport.contact.domain.SampleContacts.full;
import static io.rapport.contact.domain.SampleContacts.plain;
import static io.rapport.testing.RefusalMatcher.refusedFor;
import static org.assertj.core.api.Assertions.assertThat;

class ContactTest {

    private static final String ID = "0198c0de-0000-7000-8000-000000000002";
    private static final ContactFacts OLD = plain("张三", "采购经理", "zhangsan@huawei.com", "13800000001", CUSTOMER);
    /** As the first version of this service stored it. */
    private static final Registered REGISTERED = new Registered(ID, OLD, null, null);
    private static final ContactSettings SETTINGS = () -> new CustomFields(List.of(new CustomFieldDefinition(
            RecordKind.CONTACT, "hobby", CustomFieldType.TEXT, Map.of(), false, null, null, null, false)),
            UniqueValues.NONE);

    private final AggregateTestFixture<Contact> fixture = new AggregateTestFixture<>(Contact.class);

    {
        fixture.registerInjectableResource(SETTINGS);
    }

    @Test
    void aNameIsEnoughToRegister() {
        fixture.givenNoPriorActivity().when(register(ContactFacts.named(" 张三 ")))
                .expectEvents(new Registered(ID, ContactFacts.named("张三"), null, null));
    }

    @Test
    void everythingCanBeKnown() {
        fixture.givenNoPriorActivity().when(new Register(ID, full(), new Assignment("lisi", "/north")))
                .expectEvents(new Registered(ID, full(), "lisi", "/north"));
    }

    @ParameterizedTest
    @CsvSource({
            ",,,,name,required", "' ',,,,name,required", "a,,nobody,,email,email-invalid",
            "a,,,123456,phone,phone-invalid"
    })
    void wrongFactsAreRefused(String name, String position, String email, String phone, String field, String code) {
        fixture.givenNoPriorActivity().when(register(plain(name, position, email, phone, null)))
                .expectNoEvents().expectException(refusedFor(FieldError.of(field, code)));
    }

    @Test
    void textsAndReferencesKeepTheRules() {
        fixture.givenNoPriorActivity().when(register(plain("x".repeat(101), "a\u0007", null, null, "7")))
                .expectNoEvents().expectException(refusedFor(FieldError.of("name", "too-long", 100),
                        FieldError.of("position", "control-character"), FieldError.of("customerId", "id-malformed")));
    }

    @Test
    void everyEntryOfAListIsNamedByItsPlace() {
        ContactFacts wrong = ContactFacts.named("a")
                .reachedBy(List.of(new ContactPhone("95588", null, true), new ContactPhone(null, "TELEX", null)),
                        List.of(new ContactEmail("nobody", null, null)));
        ContactFacts given = new ContactFacts("a", null, null, null, "FRIEND", null, wrong.phones(), null, wrong.emails(),
                null, null, null, LocalDate.of(10_000, 1, 1), new LunarDate(2025, 6, 30, true), null, null, null, null,
                List.of(new CustomerLink(CUSTOMER, "BOSS", null, LocalDate.of(2026, 1, 2), LocalDate.of(2026, 1, 1), null)),
                List.of(new ChannelConsent("EMAIL", "GIVEN", "form", LocalDate.EPOCH),
                        new ChannelConsent("EMAIL", "WITHDRAWN", null, null)), null, null);
        fixture.givenNoPriorActivity().when(register(given)).expectNoEvents().expectException(refusedFor(
                FieldError.of("kind", "choice-unknown", "CUSTOMER, PROSPECT, PARTNER, SUPPLIER, OTHER"),
                FieldError.of("phones[1].number", "required"),
                FieldError.of("phones[1].kind", "choice-unknown", "MOBILE, LANDLINE, HOME, FAX, OTHER"),
                FieldError.of("emails[0].address", "email-invalid"),
                FieldError.of("birthday", "date-out-of-range"), FieldError.of("lunarBirthday", "lunar-date-unknown"),
                FieldError.of("links[0].role", "choice-unknown", "DECISION_MAKER, BUYER, INFLUENCER, USER, OTHER"),
                FieldError.of("links[0].to", "period-crossed"), FieldError.of("consents[1].source", "required"),
                FieldError.of("consents[1].date", "required"), FieldError.of("consents[1].channel", "consent-repeated")));
    }

    @Test
    void onlyWhatIsDifferentIsRecorded() {
        fixture.given(REGISTERED).when(change(plain(null, "总监", null, null, null), "phone"))
                .expectEvents(new FactsChanged(plain(null, "总监", null, null, null), Set.of("phone", "phones")));
    }

    @Test
    void theSingleFieldIsThePrimaryEntryOfItsList() {
        fixture.given(new Registered(ID, full(), null, null)).when(change(plain(null, null, null, "010-12345678", null)))
                .expectEvents(changed(ContactFacts.SHEET.empty().reachedBy(List.of(
                        new ContactPhone("13800000001", "MOBILE", null),
                        new ContactPhone("010-12345678", "LANDLINE", true)), null)));
    }

    @Test
    void anotherNumberTakesThePlaceOfThePrimaryOne() {
        fixture.given(new Registered(ID, full(), null, null)).when(change(plain(null, null, null, "13900000002", null)))
                .expectEvents(changed(ContactFacts.SHEET.empty().reachedBy(List.of(
                        new ContactPhone("13900000002", "MOBILE", true),
                        new ContactPhone("010-12345678", "LANDLINE", null)), null)));
    }

    @Test
    void whoeverLosesItsCustomerBelongsToTheNext() {
        fixture.given(new Registered(ID, full(), null, null)).when(change(ContactFacts.SHEET.empty(), "customerId"))
                .expectEvents(changed(ContactFacts.SHEET.empty().linkedTo(List.of(
                        new CustomerLink(FORMER, "INFLUENCER", null, null, LocalDate.of(2019, 12, 31), true)))));
    }

    @Test
    void aChangeToTheSameIsNoEvent() {
        fixture.given(REGISTERED).when(change(OLD)).expectNoEvents();
        fixture.given(new Registered(ID, full(), null, null)).when(change(full())).expectNoEvents();
    }

    @Test
    void theNameCannotBeTakenAway() {
        fixture.given(REGISTERED).when(change(ContactFacts.SHEET.empty(), "name"))
                .expectNoEvents().expectException(refusedFor(FieldError.of("name", "required")));
    }

    @Test
    void tagsComeAndGoAndAnotherOwnerIsNoFact() {
        fixture.given(new Registered(ID, full(), null, null)).when(new Change(ID, null, List.of(
                        new Part.ChangeTags(List.of("新"), List.of("VIP")),
                        new Part.AssignOwner(new Patch<>(new Assignment("lisi", null), Set.of())))))
                .expectEvents(changed(ContactFacts.SHEET.empty().withTags(List.of("新"))), new OwnerAssigned("lisi", null));
    }

    @Test
    void aFieldThatNobodyDefinedIsRefused() {
        fixture.given(REGISTERED)
                .when(change(ContactFacts.SHEET.empty().withCustom(CustomValues.of("colour", "red"))))
                .expectNoEvents().expectException(refusedFor(FieldError.of("custom.colour", "custom-field-unknown")));
        fixture.given(REGISTERED).when(change(ContactFacts.SHEET.empty().withCustom(CustomValues.of("hobby", "茶"))))
                .expectEvents(changed(ContactFacts.SHEET.empty().withCustom(CustomValues.of("hobby", "茶"))));
    }

    @Test
    void nobodyIsPickedForACampaignWithoutConsent() {
        assertThat(ChannelConsent.permits(full().consents(), Channel.EMAIL)).isTrue();
        assertThat(ChannelConsent.permits(full().consents(), Channel.PHONE)).isFalse();
        assertThat(ChannelConsent.permits(null, Channel.EMAIL)).isFalse();
        assertThat(ChannelConsent.permits(
                List.of(new ChannelConsent("EMAIL", "WITHDRAWN", "mail", LocalDate.EPOCH)), Channel.EMAIL)).isFalse();
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
        fixture.given(REGISTERED, new Archived()).when(change(ContactFacts.named("李四")))
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
    void whatItWasComesBackExactly() {
        ContactState before = Contact.after(List.of(new Registered(ID, full(), "lisi", null)));
        fixture.given(new Registered(ID, full(), "lisi", null), new FactsChanged(plain("李四", null, null, null, null),
                        Set.of("tags", "phone", "phones")), new OwnerAssigned(null, null), new Archived())
                .when(new Restate(ID, null, before)).expectState(contact -> assertThat(contact.state()).isEqualTo(before));
    }

    @Test
    void aSnapshotHoldsTheFullState() {
        JsonMapper json = StoredJson.mapper();
        Contact contact = new Contact();
        contact.on(new Registered(ID, full(), "lisi", "/north"));
        contact.on(new Archived());
        Contact read = json.readValue(json.writeValueAsBytes(contact), Contact.class);
        assertThat(read).usingRecursiveComparison().isEqualTo(contact);
        assertThat(read).extracting("contactId", "state")
                .containsExactly(ID, new ContactState(full(), new Assignment("lisi", "/north"), true));
    }

    private static Register register(ContactFacts facts) {
        return new Register(ID, facts, Assignment.NOBODY);
    }

    private static Change change(ContactFacts facts, String... cleared) {
        return new Change(ID, null, List.of(new Part.ChangeFacts(new Patch<>(facts, Set.of(cleared)))));
    }

    private static FactsChanged changed(ContactFacts facts) {
        return new FactsChanged(facts, Set.of());
    }
}
