package io.rapport.reporting.search.likeness;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Places that stand before the name proper of a Chinese organisation: 深圳市华为 is 华为. */
final class Places {

    /** Provinces and the cities that companies are named after most, without 省 and 市. */
    private static final Set<String> KNOWN = Set.of("北京", "上海", "天津", "重庆", "河北", "山西", "辽宁", "吉林", "黑龙江", "江苏",
            "浙江", "安徽", "福建", "江西", "山东", "河南", "湖北", "湖南", "广东", "海南", "四川", "贵州", "云南", "陕西", "甘肃", "青海",
            "台湾", "内蒙古", "广西", "西藏", "宁夏", "新疆", "香港", "澳门", "深圳", "广州", "杭州", "南京", "苏州", "无锡", "宁波", "成都",
            "武汉", "西安", "长沙", "郑州", "青岛", "济南", "大连", "沈阳", "厦门", "福州", "合肥", "东莞", "佛山", "珠海", "昆明", "哈尔滨",
            "长春", "石家庄", "南昌", "贵阳", "南宁", "太原", "兰州", "中国");
    /** Named as a place: any two to four characters before 省, 市 or 自治区. */
    private static final Pattern MARKED = Pattern.compile("^(\\p{IsHan}{2,4}?)(省|市|自治区)(?=\\p{IsHan}{2})");
    private static final int LONGEST = 3;
    /** What is left of a name without a mark must still tell something: 北京银行 is no 银行. */
    private static final int LEAST_LEFT = 4;

    private Places() {
    }

    /** How many characters at the beginning of a name are a place. */
    static int leading(String name) {
        Matcher marked = MARKED.matcher(name);
        if (marked.find()) {
            return marked.end();
        }
        for (int length = LONGEST; length > 1; length--) {
            if (name.length() >= length + LEAST_LEFT && KNOWN.contains(name.substring(0, length))) {
                return length;
            }
        }
        return 0;
    }
}
