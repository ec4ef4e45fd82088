package io.rapport.benchmarks;

import io.rapport.contracts.event.EventEnvelope;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/**
 * Customers of a large company, each told by its number alone: any of them can be made again without the others. Values
 * are spread as in life: few regions have most customers, words of names repeat, many fields are empty.
 */
final class ManyCustomers {

    static final List<String> CITIES = List.of("上海", "北京", "深圳", "广州", "杭州", "成都", "苏州", "南京", "武汉", "重庆", "西安",
            "天津", "长沙", "郑州", "青岛", "宁波", "无锡", "佛山", "合肥", "厦门", "济南", "福州", "东莞", "大连", "沈阳", "昆明", "哈尔滨",
            "长春", "石家庄", "南宁", "太原", "贵阳");
    static final List<String> INDUSTRIES = List.of("制造", "信息技术", "金融", "零售", "医疗", "教育", "物流", "能源", "化工", "汽车",
            "电子", "食品", "纺织", "建筑", "农业", "媒体", "旅游", "通信", "环保", "航空");
    static final List<String> STATUSES = List.of("FOLLOWING_UP", "POTENTIAL", "CLOSED_WON", "PENDING_CONFIRMATION", "LOST");
    static final List<String> TYPES = List.of("POTENTIAL", "EXISTING", "LONG_TERM", "VIP");

    private static final List<String> LEVELS = List.of("NORMAL", "KEY", "VIP");
    private static final List<String> TRADES = List.of("科技", "电子", "贸易", "机械", "软件", "网络", "食品", "医药", "建材", "物流", "能源",
            "实业", "生物", "汽车", "纺织", "化工", "文化传媒", "信息技术", "智能装备", "新材料");
    private static final List<String> ENDINGS = List.of("有限公司", "有限公司", "有限公司", "股份有限公司", "集团有限公司", "有限责任公司");
    private static final List<String> SOURCES = List.of("展会", "官网", "转介绍", "电话", "广告", "合作伙伴");
    private static final List<String> TAGS = List.of("重点", "续约", "投诉", "展会2025", "新品试用", "价格敏感", "决策慢", "标杆", "出口",
            "国企", "外资", "连锁", "招投标", "年框", "季付");
    private static final String BRANDS = "华为腾讯百度中兴海尔格力美的比亚迪京东万科恒瑞宁德联想小米网易携程顺丰申通圆通韵达建发国泰安信达丰盛隆昌明远志宏博瑞思创新"
            + "金鑫天宇龙腾飞鸿鼎盛世纪东方红星光辉煌源泉润泽嘉禾康健普惠众诚正德厚载物";
    private static final String SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧";
    private static final String GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰文斌建国志强晓红";
    private static final List<String> SCOPES = List.of("计算机软硬件的研发", "货物及技术进出口", "机械设备销售", "企业管理咨询", "电子产品批发",
            "道路货物运输", "建筑材料零售", "医疗器械经营", "信息系统集成服务", "仓储服务");
    private static final int OWNERS = 800;
    private static final int TEAMS = 60;
    private static final Instant FIRST = Instant.parse("2021-01-01T00:00:00Z");
    private static final long APART_MILLIS = 150_000;
    private static final long FIRST_MOBILE = 13_000_000_000L;
    private static final int MOBILES = 1_000_000_007;
    private static final JsonMapper JSON = new JsonMapper();

    /** Who registered them all, as far as the events say. */
    static final String ACTOR = "benchmark";

    private ManyCustomers() {
    }

    /** The event that a customer begins with, as the customer service publishes it. */
    static EventEnvelope registered(int number) {
        return event(number, "customer.registered.v1", 1, data(number, random(number)));
    }

    /** What may happen to it next. */
    static EventEnvelope statusChanged(int number) {
        return event(number, "customer.status-changed.v1", 2, Map.of("from", "POTENTIAL", "to", "FOLLOWING_UP"));
    }

    private static EventEnvelope event(int number, String type, long sequence, Map<String, Object> data) {
        return new EventEnvelope("benchmark-" + number + '-' + sequence, "customer-service", type, id(number),
                createdAt(number), sequence, ACTOR, null, "benchmark", null, null, "benchmark",
                JSON.writeValueAsBytes(data));
    }

    /** The number on the customer's card. */
    static String number(int number) {
        return "%08d".formatted(number);
    }

    /** Time-ordered, as the platform makes them. */
    static String id(int number) {
        SplittableRandom random = new SplittableRandom(~(long) number);
        long high = createdAt(number).toEpochMilli() << 16 | 0x7000 | random.nextInt(0x1000);
        return new UUID(high, random.nextLong() >>> 2 | 1L << 63).toString();
    }

    static String name(int number) {
        return name(random(number));
    }

    static String phone(int number) {
        return Long.toString(FIRST_MOBILE + number * 7_919L % MOBILES);
    }

    private static Instant createdAt(int number) {
        return FIRST.plusMillis(number * APART_MILLIS);
    }

    private static SplittableRandom random(int number) {
        return new SplittableRandom(number);
    }

    private static String name(SplittableRandom random) {
        return few(random, CITIES) + text(random, BRANDS, 2 + random.nextInt(2)) + any(random, TRADES)
                + any(random, ENDINGS);
    }

    private static Map<String, Object> data(int number, SplittableRandom random) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("name", name(random));
        facts.put("type", few(random, TYPES));
        facts.put("level", few(random, LEVELS));
        facts.put("industry", few(random, INDUSTRIES));
        facts.put("phone", phone(number));
        facts.put("email", "c" + Integer.toString(number, Character.MAX_RADIX) + "@"
                + Integer.toString(random.nextInt(300_000), Character.MAX_RADIX) + ".example.com");
        facts.put("region", few(random, CITIES));
        facts.put("source", few(random, SOURCES));
        if (random.nextInt(3) == 0) {
            facts.put("headcount", "200-500人");
            facts.put("annualRevenue", money(random, 1_000_000_000));
            facts.put("businessScope", any(random, SCOPES) + "；" + any(random, SCOPES) + "；" + any(random, SCOPES));
            facts.put("address", Map.of("registered",
                    few(random, CITIES) + "市人民路" + (1 + random.nextInt(2_000)) + "号"));
        }
        Set<String> tags = new LinkedHashSet<>();
        for (int tag = random.nextInt(4); tag > 0; tag--) {
            tags.add(few(random, TAGS));
        }
        facts.put("tags", List.copyOf(tags));
        Map<String, Object> opening = new LinkedHashMap<>();
        opening.put("contactName", text(random, SURNAMES, 1) + text(random, GIVEN, 1 + random.nextInt(2)));
        if (random.nextInt(10) < 7) {
            opening.put("lastInteractionAt", LocalDate.of(2023, 1, 1).plusDays(random.nextInt(1_000)).toString());
        }
        if (random.nextInt(10) < 6) {
            opening.put("opportunityAmount", money(random, 2_000_000));
        }
        facts.put("openingValues", opening);
        int owner = random.nextInt(OWNERS);
        return Map.of("number", number(number), "facts", facts, "salesStatus", few(random, STATUSES),
                "owner", "user%03d".formatted(owner), "team", "/team%02d".formatted(owner % TEAMS));
    }

    private static Map<String, String> money(SplittableRandom random, long below) {
        return Map.of("amount", BigDecimal.valueOf(random.nextLong(below * 100), 2).toPlainString(), "currency", "CNY");
    }

    private static <T> T any(SplittableRandom random, List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    /** The first ones more often than the last. */
    private static <T> T few(SplittableRandom random, List<T> values) {
        return values.get((int) (random.nextDouble() * random.nextDouble() * values.size()));
    }

    private static String text(SplittableRandom random, String characters, int length) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(characters.charAt(random.nextInt(characters.length())));
        }
        return text.toString();
    }
}
