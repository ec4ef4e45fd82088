package io.rapport.contracts;

import java.util.List;
import java.util.Map;

/**
 * The pipeline there is until an administrator defines it anew: 产品兴趣 → 报价 → 谈判 → 签约. No event tells of it, so
 * whoever reads pipelines knows it from here.
 */
public final class StandardPipeline {

    public static final String KEY = "default";

    /** Name by language tag. */
    public static final Map<String, String> LABEL = label("销售流程", "銷售流程", "Sales");

    /** In the order in which opportunities go through them. */
    public static final List<Stage> STAGES = List.of(
            new Stage("PRODUCT_INTEREST", label("产品兴趣", "產品興趣", "Product interest"), 10, 21),
            new Stage("QUOTATION", label("报价", "報價", "Quotation"), 30, 14),
            new Stage("NEGOTIATION", label("谈判", "談判", "Negotiation"), 60, 14),
            new Stage("SIGNING", label("签约", "簽約", "Signing"), 90, 7));

    private StandardPipeline() {
    }

    /**
     * One step.
     *
     * @param label            name by language tag
     * @param probability      percent of the opportunities in it that are expected to be won
     * @param stalledAfterDays days in the stage after which an opportunity counts as stalled
     */
    public record Stage(String key, Map<String, String> label, int probability, int stalledAfterDays) {
    }

    private static Map<String, String> label(String simplified, String traditional, String english) {
        return Map.of("zh-CN", simplified, "zh-TW", traditional, "en", english);
    }
}
