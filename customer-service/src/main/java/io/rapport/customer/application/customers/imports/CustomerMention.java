package io.rapport.customer.application.customers.imports;

import java.util.Map;

/**
 * How a row of another kind of record says which customer it is about: by id, else by number, else by name. Each may be
 * null.
 */
public record CustomerMention(String id, String number, String name) {

    /** Fields of files that mention a customer, with their labels. */
    public static final Map<String, String[]> LABELS = Map.of(
            "customerId", new String[] {"客户ID", "Customer ID", "Account ID"},
            "customerNumber", new String[] {"客户编号", "客户编码", "Customer number", "Customer No"},
            "customer", new String[] {"客户名称", "客户", "公司", "公司名称", "Customer", "Customer name", "Account Name", "Company"});

    /** What the texts of a row say. */
    public static CustomerMention in(Map<String, String> values) {
        return new CustomerMention(values.get("customerId"), values.get("customerNumber"), values.get("customer"));
    }

    public boolean isEmpty() {
        return id == null && number == null && name == null;
    }

    /** The same for every row that mentions the customer in this way. */
    public String key() {
        return id != null ? "id " + id : number != null ? "number " + number : "name " + Identity.nameKey(name);
    }
}
