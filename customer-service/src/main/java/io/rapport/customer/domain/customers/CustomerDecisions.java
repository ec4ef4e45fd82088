package io.rapport.customer.domain.customers;

import io.rapport.customer.domain.valuelists.ValueListDefinition;
import io.rapport.customer.domain.valuelists.ValueListName;
import io.rapport.values.Assignment;
import io.rapport.values.FieldErrors;
import io.rapport.values.Patch;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** What comes of registering, changing, archiving and restoring a customer. Pure. */
final class CustomerDecisions {

    private CustomerDecisions() {
    }

    /** The number is null where the platform is to give one. */
    static CustomerEvent.Registered decide(CustomerCommand.Register command, CustomerSettings settings) {
        FieldErrors errors = new FieldErrors();
        CustomerFacts given = withDefaults(CustomerFacts.SHEET.tidied(command.facts()), settings);
        CustomerFacts facts = given.withCustom(settings.customFields().forNew(given.custom(), errors));
        Assignment assignment = Assignment.SHEET.tidied(command.assignment());
        String status = orDefault(command.salesStatus(), settings.list(ValueListName.SALES_STATUS));
        CustomerPolicies.nameIsGiven(facts, errors);
        CustomerPolicies.valuesAreListed(settings, facts, errors);
        CustomerPolicies.factsKeepTheRules(facts, errors);
        CustomerPolicies.numberIsDigits(command.number(), errors);
        CustomerPolicies.salesStatusIsListed(settings, status, null, errors);
        assignment.check(errors);
        errors.throwIfAny();
        return new CustomerEvent.Registered(command.customerId(), command.number(), facts,
                SalesStatus.valueOf(status), assignment.owner(), assignment.team());
    }

    static List<CustomerEvent> decide(CustomerState state, CustomerCommand.Change command,
                                      CustomerSettings settings) {
        CustomerPolicies.anArchivedCustomerDoesNotChange(state);
        FieldErrors errors = new FieldErrors();
        List<CustomerEvent> events = new ArrayList<>();
        for (CustomerCommand.Part part : command.parts()) {
            events.addAll(switch (part) {
                case CustomerCommand.Part.ChangeFacts change -> decide(state, change, settings, errors);
                case CustomerCommand.Part.ChangeTags change -> decide(state, change, errors);
                case CustomerCommand.Part.AssignOwner assign -> decide(state, assign, errors);
                case CustomerCommand.Part.ChangeStatus change -> decide(state, change, settings, errors);
                case CustomerCommand.Part.OverrideLifecycle override -> CustomerCare.decide(state, override, errors);
                case CustomerCommand.Part.CloseActivity _ ->
                        onlyIf(!state.activityClosed(), new CustomerEvent.ActivityClosed());
                case CustomerCommand.Part.ReopenActivity _ ->
                        onlyIf(state.activityClosed(), new CustomerEvent.ActivityReopened());
            });
        }
        errors.throwIfAny();
        return events;
    }

    static List<CustomerEvent> decide(CustomerState state, CustomerCommand.Archive command) {
        FieldErrors errors = new FieldErrors();
        CustomerPolicies.aReasonIsGiven(command.reason(), errors);
        errors.throwIfAny();
        return onlyIf(!state.archived(), new CustomerEvent.Archived());
    }

    static List<CustomerEvent> decide(CustomerState state, CustomerCommand.Restore command) {
        return onlyIf(state.archived(), new CustomerEvent.Restored());
    }

    private static List<CustomerEvent> decide(CustomerState state, CustomerCommand.Part.ChangeFacts change,
                                              CustomerSettings settings, FieldErrors errors) {
        Patch<CustomerFacts> patch = effective(state.facts(), withCustom(state, change.patch(), settings, errors),
                settings);
        String number = Objects.equals(state.number(), change.number()) ? null : change.number();
        CustomerPolicies.nameIsNotTakenAway(patch.cleared(), errors);
        CustomerPolicies.valuesAreListed(settings, patch.changed(), errors);
        CustomerPolicies.factsKeepTheRules(patch.changed(), errors);
        CustomerPolicies.numberIsDigits(number, errors);
        boolean unchanged = number == null && CustomerFacts.SHEET.isEmpty(patch);
        return onlyIf(!unchanged, new CustomerEvent.FactsChanged(number, patch.changed(), patch.cleared()));
    }

    private static List<CustomerEvent> decide(CustomerState state, CustomerCommand.Part.ChangeTags change,
                                              FieldErrors errors) {
        Patch<CustomerFacts> patch = CustomerFacts.SHEET.effective(state.facts(), change.patch(state.facts().tags()));
        CustomerPolicies.factsKeepTheRules(patch.changed(), errors);
        return onlyIf(!CustomerFacts.SHEET.isEmpty(patch),
                new CustomerEvent.FactsChanged(null, patch.changed(), patch.cleared()));
    }

    private static List<CustomerEvent> decide(CustomerState state, CustomerCommand.Part.AssignOwner assign,
                                              FieldErrors errors) {
        Assignment before = state.assignment();
        Assignment after = before.after(assign.patch());
        after.check(errors);
        return onlyIf(!after.equals(before), new CustomerEvent.OwnerAssigned(after.owner(), after.team()));
    }

    private static List<CustomerEvent> decide(CustomerState state, CustomerCommand.Part.ChangeStatus change,
                                              CustomerSettings settings, FieldErrors errors) {
        String status = orDefault(change.salesStatus(), settings.list(ValueListName.SALES_STATUS));
        int before = errors.asList().size();
        CustomerPolicies.salesStatusIsListed(settings, status, state.salesStatus(), errors);
        boolean refused = errors.asList().size() > before;
        return refused || SalesStatus.valueOf(status) == state.salesStatus() ? List.of()
                : List.of(new CustomerEvent.StatusChanged(state.salesStatus(), SalesStatus.valueOf(status)));
    }

    private static Patch<CustomerFacts> withCustom(CustomerState state, Patch<CustomerFacts> patch,
                                                   CustomerSettings settings, FieldErrors errors) {
        CustomerFacts changed = patch.changed();
        return new Patch<>(changed.withCustom(settings.customFields()
                .forChange(state.facts().custom(), changed.custom(), patch.cleared(), errors)), patch.cleared());
    }

    /** Type and level always have a value: clearing one sets it back to its default. */
    private static Patch<CustomerFacts> effective(CustomerFacts before, Patch<CustomerFacts> wanted,
                                                  CustomerSettings settings) {
        Patch<CustomerFacts> patch = CustomerFacts.SHEET.effective(before, wanted);
        CustomerFacts changed = patch.changed();
        Set<String> cleared = new HashSet<>(patch.cleared());
        ValueListDefinition types = settings.list(ValueListName.TYPE);
        ValueListDefinition levels = settings.list(ValueListName.LEVEL);
        String type = cleared.remove("type") ? setBack(before.type(), types) : changed.type();
        String level = cleared.remove("level") ? setBack(before.level(), levels) : changed.level();
        return new Patch<>(changed.withTypeAndLevel(type, level), cleared);
    }

    private static String setBack(String before, ValueListDefinition list) {
        String preset = list.first();
        return preset.equals(before) ? null : preset;
    }

    private static CustomerFacts withDefaults(CustomerFacts facts, CustomerSettings settings) {
        return facts.withTypeAndLevel(orDefault(facts.type(), settings.list(ValueListName.TYPE)),
                orDefault(facts.level(), settings.list(ValueListName.LEVEL)));
    }

    private static String orDefault(String code, ValueListDefinition list) {
        return code == null ? list.first() : code;
    }

    private static List<CustomerEvent> onlyIf(boolean condition, CustomerEvent event) {
        return condition ? List.of(event) : List.of();
    }
}
