package io.rapport.customer.api.customers;

import io.rapport.contracts.CustomValues;
import io.rapport.contracts.Money;
import io.rapport.customer.domain.customers.CustomerAddress;
import io.rapport.customer.domain.customers.CustomerFacts;
import io.rapport.values.Assignment;

import java.time.LocalDate;
import java.util.List;

/**
 * A customer as clients write it: flat, every field optional to the parser. What a field may hold is said by
 * {@link io.rapport.customer.domain.customers.CustomerPolicies}.
 *
 * @param activity       only {@code CLOSED}: otherwise it is derived
 * @param lifecycleStage overrides the one derived; not for a new customer
 */
record CustomerRequest(
        String number,
        String name,
        String type,
        String level,
        String salesStatus,
        String activity,
        String lifecycleStage,
        String industry,
        String headcount,
        Money annualRevenue,
        LocalDate founded,
        String businessScope,
        String marketPosition,
        String country,
        String province,
        String city,
        String region,
        Address address,
        String phone,
        String fax,
        String email,
        String website,
        String owner,
        String team,
        String source,
        List<String> tags,
        List<String> interests,
        String needs,
        String productPreference,
        LocalDate expectedClose,
        CustomValues custom) {

    record Address(String registered, String delivery) {
    }

    CustomerFacts facts() {
        CustomerAddress addresses = address == null ? null
                : new CustomerAddress(address.registered(), address.delivery());
        return new CustomerFacts(name, type, level, industry, headcount, annualRevenue, founded, businessScope,
                marketPosition, country, province, city, region, addresses, phone, fax, email, website, source, tags,
                interests, needs, productPreference, expectedClose, null, custom);
    }

    Assignment assignment() {
        return new Assignment(owner, team);
    }
}
