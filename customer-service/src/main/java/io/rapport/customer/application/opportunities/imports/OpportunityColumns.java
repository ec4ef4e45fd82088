package io.rapport.customer.application.opportunities.imports;

import io.rapport.customer.application.customers.imports.CustomerMention;
import io.rapport.jobs.mapping.ImportColumn;
import io.rapport.jobs.mapping.ImportColumns;

import java.util.List;

import static io.rapport.jobs.mapping.ImportColumn.optional;
import static io.rapport.jobs.mapping.ImportColumn.required;

/** The columns that files of opportunities have, those of other systems' exports among them. */
final class OpportunityColumns {

    static final ImportColumns ALL = new ImportColumns(List.of(
            required("name", "销售机会", "销售机会名称", "商机名称", "商机", "机会名称", "Opportunity Name", "Deal Name", "Opportunity",
                    "Name", "名称"),
            mention("customerId"), mention("customerNumber"), mention("customer"),
            optional("amount", "金额", "销售机会金额", "商机金额", "预计金额", "Amount", "Deal amount"),
            optional("expectedClose", "预计成交日期", "预期成交时间", "Close Date", "Expected close", "Closing Date"),
            optional("probability", "概率", "成交概率", "可能性", "Probability", "Probability (%)"),
            optional("pipeline", "销售流程", "管道", "Pipeline"),
            optional("stage", "阶段", "销售阶段", "Stage", "Deal Stage"),
            optional("need", "需求", "客户需求", "Need", "Needs"),
            optional("budget", "预算", "Budget"),
            optional("purchaseIntent", "购买意向", "Purchase intent"),
            optional("nextStep", "下一步", "下一步行动", "Next Step", "Next steps"),
            optional("background", "背景", "Background", "Description"),
            optional("competitors", "竞争对手", "Competitors", "Main Competitor(s)"),
            optional("source", "来源", "Source", "Lead Source"),
            optional("tags", "标签", "Tags", "Tag"),
            optional("owner", "负责人", "Owner", "Opportunity Owner", "Deal owner"),
            optional("team", "团队", "Team")));

    private OpportunityColumns() {
    }

    private static ImportColumn mention(String field) {
        return optional(field, CustomerMention.LABELS.get(field));
    }
}
