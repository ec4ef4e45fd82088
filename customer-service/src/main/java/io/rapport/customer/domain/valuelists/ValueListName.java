package io.rapport.customer.domain.valuelists;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The administered lists of customers and of what belongs to them, each named as the field that it is for. */
public enum ValueListName {

    /** Customer type 客户类型. */
    TYPE("type", Codes.FREE, true, List.of(
            entry("POTENTIAL", "潜在客户", "潛在客戶", "Potential"),
            entry("EXISTING", "现有客户", "現有客戶", "Existing"),
            entry("LONG_TERM", "长期客户", "長期客戶", "Long-term"),
            entry("VIP", "VIP客户", "VIP客戶", "VIP"))),

    /** Customer level 客户等级. */
    LEVEL("level", Codes.FREE, true, List.of(
            entry("NORMAL", "普通", "普通", "Normal"),
            entry("KEY", "重要", "重要", "Key"),
            entry("VIP", "VIP", "VIP", "VIP"))),

    /** Sales status 客户状态: its codes decide the lifecycle stage, so that no other may be made up. */
    SALES_STATUS("salesStatus", Codes.FIXED, true, List.of(
            entry("POTENTIAL", "潜在", "潛在", "Potential"),
            entry("FOLLOWING_UP", "跟进中", "跟進中", "Following up"),
            entry("PENDING_CONFIRMATION", "待确认", "待確認", "Pending confirmation"),
            entry("CLOSED_WON", "已成交", "已成交", "Closed won"),
            entry("LOST", "流失", "流失", "Lost"))),

    /** 行业. */
    INDUSTRY("industry", Codes.TEXTS, false, List.of()),

    /** 所在地区. */
    REGION("region", Codes.TEXTS, false, List.of()),

    /** 来源. */
    SOURCE("source", Codes.TEXTS, false, List.of()),

    /** Outcome of an interaction 互动结果. */
    OUTCOME("outcome", Codes.FREE, false, List.of(
            entry("INTERESTED", "有意向", "有意向", "Interested"),
            entry("FOLLOW_UP", "需跟进", "需跟進", "Follow up"),
            entry("AGREED", "达成一致", "達成一致", "Agreed"),
            entry("RESOLVED", "已解决", "已解決", "Resolved"),
            entry("NOT_INTERESTED", "无意向", "無意向", "Not interested"),
            entry("NO_ANSWER", "未接通", "未接通", "No answer")));

    /** What the codes of a list may be. */
    enum Codes {
        /** Those that the program knows, all of them. */
        FIXED,
        /** Any word of capitals, digits and underscores. */
        FREE,
        /** Any line of text; such a list may be open: then records may hold other texts too. */
        TEXTS
    }

    private final String code;
    private final Codes codes;
    private final boolean hasDefault;
    private final ValueListDefinition preset;

    ValueListName(String code, Codes codes, boolean hasDefault, List<ValueListDefinition.Entry> entries) {
        this.code = code;
        this.codes = codes;
        this.hasDefault = hasDefault;
        this.preset = new ValueListDefinition(code, codes == Codes.TEXTS, entries);
    }

    /** Name of the list and of the field that it is for: {@code salesStatus}. */
    public String code() {
        return code;
    }

    /** Id of the list's aggregate. */
    public String id() {
        return "value-list:" + code;
    }

    /** The list as it is until an administrator changes it. */
    public ValueListDefinition preset() {
        return preset;
    }

    Codes codes() {
        return codes;
    }

    /** Whether a customer always has a value of this list: its first that is not retired where none was given. */
    boolean hasDefault() {
        return hasDefault;
    }

    /** Whether the records that hold its values are of this service, so that they can be counted. */
    boolean isCounted() {
        return this != OUTCOME;
    }

    public static Optional<ValueListName> of(String code) {
        return Arrays.stream(values()).filter(name -> name.code.equals(code)).findFirst();
    }

    /** All names, for messages. */
    public static String all() {
        return Arrays.stream(values()).map(ValueListName::code).collect(Collectors.joining(", "));
    }

    private static ValueListDefinition.Entry entry(String code, String simplified, String traditional, String english) {
        return new ValueListDefinition.Entry(code, Map.of("zh-CN", simplified, "zh-TW", traditional, "en", english),
                false);
    }
}
