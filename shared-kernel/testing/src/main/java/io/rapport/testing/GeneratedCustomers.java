package io.rapport.testing;

import java.io.ByteArrayOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Customers as a Chinese sales team has them; the same seed gives the same table. */
public final class GeneratedCustomers {

    private static final List<String> REGIONS = List.of("北京", "上海", "深圳", "广州", "杭州", "成都", "武汉", "西安", "南京", "重庆");
    private static final List<String> TYPES = List.of("潜在客户", "现有客户", "长期客户", "VIP客户");
    private static final List<String> STATUSES = List.of("潜在", "跟进中", "待确认", "已成交", "流失");
    private static final List<String> INDUSTRIES = List.of("制造", "金融", "教育", "医疗", "零售", "物流", "能源", "云服务");
    private static final String NAME_CHARACTERS =
            "华为腾讯百度中兴海尔格力美的比亚迪京东万科恒瑞宁德联想小米网易携程顺丰申通圆通韵达建发国泰安信达丰盛隆昌明远志宏博瑞思创新";
    private static final String SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗";
    private static final String GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平";
    private static final long FIRST_MOBILE = 13_000_000_000L;

    private GeneratedCustomers() {
    }

    /** A CSV file in UTF-8 with the columns of a usual export; numbers from {@code first} on. */
    public static byte[] csv(int first, int rows) {
        var random = new Random(first);
        var bytes = new ByteArrayOutputStream(rows * 160);
        try (var out = new PrintWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8))) {
            out.print("客户编号,客户名称,联系人姓名,联系电话,电子邮件,客户类型,所在地区,客户状态,行业,最近互动时间,销售机会金额\n");
            for (int row = 0; row < rows; row++) {
                int number = first + row;
                out.printf("%09d,%s公司%d,%s,%d,c%d@example.com,%s,%s,%s,%s,2025-%02d-%02d,%d%n", number,
                        text(random, NAME_CHARACTERS, 4), number, text(random, SURNAMES, 1) + text(random, GIVEN, 2),
                        FIRST_MOBILE + number, number, any(random, TYPES), any(random, REGIONS),
                        any(random, STATUSES), any(random, INDUSTRIES), 1 + random.nextInt(12),
                        1 + random.nextInt(28), 100 * random.nextInt(10_000));
            }
        }
        return bytes.toByteArray();
    }

    private static <T> T any(Random random, List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private static String text(Random random, String characters, int length) {
        return random.ints(length, 0, characters.length())
                .collect(StringBuilder::new, (text, at) -> text.append(characters.charAt(at)), StringBuilder::append)
                .toString();
    }
}
