package io.rapport.customer.domain.pipelines;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A pipeline 销售漏斗: the stages that opportunities go through, in order.
 *
 * @param key       stable code, such as {@code default}
 * @param label     name by language tag: zh-CN, zh-TW, en; at least one
 * @param isDefault whether opportunities go here that name no pipeline; exactly one is
 */
public record PipelineDefinition(String key, Map<String, String> label, boolean isDefault,
                                 List<PipelineStage> stages) {

    /** The key of the pipeline that everybody begins with. */
    public static final String DEFAULT_KEY = "default";

    public PipelineDefinition {
        label = label == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(label));
        stages = stages == null ? List.of() : List.copyOf(stages);
    }

    /** The pipeline there is until an administrator defines another: 产品兴趣 → 报价 → 谈判 → 签约. */
    public static PipelineDefinition standard() {
        return new PipelineDefinition(DEFAULT_KEY, label("销售流程", "銷售流程", "Sales"), true, List.of(
                new PipelineStage("PRODUCT_INTEREST", label("产品兴趣", "產品興趣", "Product interest"), 10, 21, false),
                new PipelineStage("QUOTATION", label("报价", "報價", "Quotation"), 30, 14, false),
                new PipelineStage("NEGOTIATION", label("谈判", "談判", "Negotiation"), 60, 14, false),
                new PipelineStage("SIGNING", label("签约", "簽約", "Signing"), 90, 7, false)));
    }

    public Optional<PipelineStage> stage(String stageKey) {
        return stages.stream().filter(stage -> stage.key().equals(stageKey)).findFirst();
    }

    /** Stages that opportunities may enter, in order; empty when the whole pipeline is out of use. */
    public List<PipelineStage> openStages() {
        return stages.stream().filter(stage -> !stage.retired()).toList();
    }

    /** The same without being the default. */
    public PipelineDefinition asOneOfSeveral() {
        return new PipelineDefinition(key, label, false, stages);
    }

    private static Map<String, String> label(String simplified, String traditional, String english) {
        return Map.of("zh-CN", simplified, "zh-TW", traditional, "en", english);
    }
}
