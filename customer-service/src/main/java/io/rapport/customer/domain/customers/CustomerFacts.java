package io.rapport.customer.domain.customers;

import io.rapport.contracts.CustomValues;
import io.rapport.contracts.Money;
import io.rapport.values.FactSheet;

import java.time.LocalDate;
import java.util.List;

/**
 * What is known about a customer. Each component may be null: not known, or in a change: not touched.
 *
 * @param type           customer type 客户类型, a value of the administered list
 * @param level          customer level 客户等级, a value of the administered list
 * @param headcount      size as a range, such as 200-500人
 * @param founded        day of foundation
 * @param businessScope  营业范围
 * @param marketPosition 市场地位
 * @param region         所在地区, a place of the sales organisation rather than of the post
 * @param phone          as given; see {@link io.rapport.values.PhoneNumber}
 * @param fax            as given; see {@link io.rapport.values.PhoneNumber}
 * @param source         来源, how the customer became known
 * @param expectedClose  预期成交时间, when the next sale is expected
 * @param custom         values of the fields that administrators added
 */
public record CustomerFacts(
        String name,
        String type,
        String level,
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
        CustomerAddress address,
        String phone,
        String fax,
        String email,
        String website,
        String source,
        List<String> tags,
        List<String> interests,
        String needs,
        String productPreference,
        LocalDate expectedClose,
        OpeningValues openingValues,
        CustomValues custom) {

    /** How facts are tidied, compared and merged. */
    public static final FactSheet<CustomerFacts> SHEET =
            FactSheet.of(CustomerFacts.class, CustomerAddress.class, OpeningValues.class);

    public CustomerFacts {
        tags = tags == null ? null : List.copyOf(tags);
        interests = interests == null ? null : List.copyOf(interests);
    }

    /** A customer of which only the name is known. */
    public static CustomerFacts named(String name) {
        return new CustomerFacts(name, null, null, null, null, null, null, null, null, null, null, null, null, null,
                null, null, null, null, null, null, null, null, null, null, null, null);
    }

    CustomerFacts withTypeAndLevel(String newType, String newLevel) {
        return new CustomerFacts(name, newType, newLevel, industry, headcount, annualRevenue, founded, businessScope,
                marketPosition, country, province, city, region, address, phone, fax, email, website, source, tags,
                interests, needs, productPreference, expectedClose, openingValues, custom);
    }

    CustomerFacts withCustom(CustomValues newCustom) {
        return new CustomerFacts(name, type, level, industry, headcount, annualRevenue, founded, businessScope,
                marketPosition, country, province, city, region, address, phone, fax, email, website, source, tags,
                interests, needs, productPreference, expectedClose, openingValues, newCustom);
    }

    /** The same without a word of the name. */
    public CustomerFacts withoutName() {
        return new CustomerFacts(null, type, level, industry, headcount, annualRevenue, founded, businessScope,
                marketPosition, country, province, city, region, address, phone, fax, email, website, source, tags,
                interests, needs, productPreference, expectedClose, openingValues, custom);
    }

    /** The same without a word of one of the fields that administrators added. */
    public CustomerFacts withoutCustom(String key) {
        return withCustom(custom == null ? null : custom.without(key));
    }

    CustomerFacts withTags(List<String> newTags) {
        return new CustomerFacts(name, type, level, industry, headcount, annualRevenue, founded, businessScope,
                marketPosition, country, province, city, region, address, phone, fax, email, website, source, newTags,
                interests, needs, productPreference, expectedClose, openingValues, custom);
    }
}
