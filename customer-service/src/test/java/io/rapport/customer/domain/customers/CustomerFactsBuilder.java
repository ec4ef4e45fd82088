package io.rapport.customer.domain.customers;

import io.rapport.contracts.CustomValues;
import io.rapport.contracts.Money;

import java.time.LocalDate;
import java.util.List;

/** Says in a test only the facts that matter to it. */
class CustomerFactsBuilder {

    private String name;
    private String type;
    private String level;
    private String industry;
    private Money annualRevenue;
    private LocalDate founded;
    private String city;
    private String region;
    private CustomerAddress address;
    private String phone;
    private String fax;
    private String email;
    private String website;
    private List<String> tags;
    private String needs;
    private CustomValues custom;

    static CustomerFactsBuilder facts() {
        return new CustomerFactsBuilder();
    }

    CustomerFacts build() {
        return new CustomerFacts(name, type, level, industry, null, annualRevenue, founded, null, null, null, null,
                city, region, address, phone, fax, email, website, null, tags, null, needs, null, null, null, custom);
    }

    CustomerFactsBuilder custom(CustomValues value) {
        custom = value;
        return this;
    }

    CustomerFactsBuilder name(String value) {
        name = value;
        return this;
    }

    CustomerFactsBuilder type(String value) {
        type = value;
        return this;
    }

    CustomerFactsBuilder level(String value) {
        level = value;
        return this;
    }

    CustomerFactsBuilder industry(String value) {
        industry = value;
        return this;
    }

    CustomerFactsBuilder annualRevenue(Money value) {
        annualRevenue = value;
        return this;
    }

    CustomerFactsBuilder founded(LocalDate value) {
        founded = value;
        return this;
    }

    CustomerFactsBuilder city(String value) {
        city = value;
        return this;
    }

    CustomerFactsBuilder region(String value) {
        region = value;
        return this;
    }

    CustomerFactsBuilder phone(String value) {
        phone = value;
        return this;
    }

    CustomerFactsBuilder fax(String value) {
        fax = value;
        return this;
    }

    CustomerFactsBuilder email(String value) {
        email = value;
        return this;
    }

    CustomerFactsBuilder website(String value) {
        website = value;
        return this;
    }

    CustomerFactsBuilder needs(String value) {
        needs = value;
        return this;
    }

    CustomerFactsBuilder address(String registered, String delivery) {
        address = new CustomerAddress(registered, delivery);
        return this;
    }

    CustomerFactsBuilder tags(String... values) {
        tags = List.of(values);
        return this;
    }
}
