package io.rapport.contact.domain;

import io.rapport.contracts.CustomValues;

import java.time.LocalDate;
import java.util.List;

/** Contacts that tests talk about. */
public final class SampleContacts {

    public static final String CUSTOMER = "0198c0de-0000-7000-8000-000000000001";
    public static final String FORMER = "0198c0de-0000-7000-8000-000000000003";

    private SampleContacts() {
    }

    /** Everything that can be known. */
    public static ContactFacts full() {
        return new ContactFacts("张三", "采购经理", "采购部", "服务器采购", "CUSTOMER", "13800000001",
                List.of(new ContactPhone("13800000001", "MOBILE", true), new ContactPhone("010-12345678", "LANDLINE", null)),
                "zhangsan@huawei.com",
                List.of(new ContactEmail("zhangsan@huawei.com", "WORK", true),
                        new ContactEmail("zs@example.com", "HOME", null)),
                "zhangsan_hw", List.of(new SocialLink("LinkedIn", "https://www.linkedin.com/in/zhangsan")),
                new OfficeAddress("坂田", "深圳", "广东", "518129", "中国"), LocalDate.of(1990, 5, 17),
                new LunarDate(1990, 4, 23, null), "喜欢喝茶", List.of("茶", "徒步"), List.of("VIP"), CUSTOMER,
                List.of(new CustomerLink(CUSTOMER, "BUYER", "采购经理", LocalDate.of(2020, 1, 1), null, true),
                        new CustomerLink(FORMER, "INFLUENCER", null, null, LocalDate.of(2019, 12, 31), null)),
                List.of(new ChannelConsent("EMAIL", "GIVEN", "展会登记", LocalDate.of(2026, 3, 1))),
                "BEGIN:VCARD\r\nVERSION:4.0\r\nX-TEST:1\r\nEND:VCARD", CustomValues.of("hobby", "钓鱼"));
    }

    /** What the first version of this service knew. */
    public static ContactFacts plain(String name, String position, String email, String phone, String customerId) {
        return new ContactFacts(name, position, null, null, null, phone, null, email, null, null, null, null, null, null,
                null, null, null, customerId, null, null, null, null);
    }
}
