package io.rapport.customer.api.customers;

import io.rapport.contracts.refusal.Refusal;
import io.rapport.customer.domain.customers.Customer;
import io.rapport.customer.domain.customers.CustomerCommand;
import io.rapport.customer.domain.customers.CustomerSettings;
import io.rapport.jobs.BatchEdit;
import io.rapport.jobs.BatchEditor;
import io.rapport.values.Assignment;
import io.rapport.values.Patch;
import io.rapport.web.json.MergePatch;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What the fields of a batch mean for a customer: the same as in a PATCH of one. */
@Component
class CustomerBatchEditor implements BatchEditor {

    private final CustomerSettings settings;
    private final JsonMapper json;

    CustomerBatchEditor(CustomerSettings settings, JsonMapper json) {
        this.settings = settings;
        this.json = json;
    }

    @Override
    public String recordKind() {
        return "customer";
    }

    @Override
    public String collection() {
        return "/api/customers";
    }

    @Override
    public Commands prepare(BatchEdit edit) {
        if (edit.archive()) {
            String reason = edit.reason();
            if (reason == null || reason.isBlank()) {
                throw Refusal.of(Refusal.Kind.INVALID, "reason", "required");
            }
            return (id, expected) -> new CustomerCommand.Archive(id, expected, reason);
        }
        List<CustomerCommand.Part> parts = parts(edit);
        Customer.check(new CustomerCommand.Change("", null, parts), settings);
        return (id, expected) -> new CustomerCommand.Change(id, expected, parts);
    }

    private List<CustomerCommand.Part> parts(BatchEdit edit) {
        List<CustomerCommand.Part> parts = new ArrayList<>();
        if (edit.set() != null) {
            MergePatch patch = json.treeToValue(edit.set(), MergePatch.class);
            if (patch.has("number")) {
                throw Refusal.of(Refusal.Kind.INVALID, "set.number", "batch-unique");
            }
            parts.addAll(CustomerCommands.change("", null, patch, edit.reason()).parts());
        }
        if (!edit.addTags().isEmpty() || !edit.removeTags().isEmpty()) {
            parts.add(new CustomerCommand.Part.ChangeTags(edit.addTags(), edit.removeTags()));
        }
        if (edit.assignTo() != null) {
            parts.add(new CustomerCommand.Part.AssignOwner(
                    new Patch<>(new Assignment(edit.assignTo(), null), Set.of())));
        }
        return parts;
    }
}
