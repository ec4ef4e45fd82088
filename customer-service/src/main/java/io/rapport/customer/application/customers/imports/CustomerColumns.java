package io.rapport.customer.application.customers.imports;

import io.rapport.customer.domain.customers.SalesStatus;
import io.rapport.jobs.cells.ChoiceCell;
import io.rapport.jobs.mapping.ImportColumns;

import java.util.List;

import static io.rapport.jobs.mapping.ImportColumn.optional;
import static io.rapport.jobs.mapping.ImportColumn.required;

/**
 * The columns that files of customers have: those of Chinese customer tables, and those of the exports of Salesforce
 * (Account), HubSpot (companies) and Zoho (Accounts). Their record ids and account numbers are no customer numbers.
 */
final class CustomerColumns {

    static final ImportColumns ALL = new ImportColumns(List.of(
            optional("number", "客户编号", "客户编码", "编号", "Customer number", "Customer No"),
            required("name", "客户名称", "客户名", "Customer name", "Account Name", "Company name", "公司名称", "企业名称", "单位名称",
                    "客户", "名称", "公司", "Name", "Company"),
            optional("type", "客户类型", "Customer type", "Account Type", "类型", "Type"),
            optional("level", "客户等级", "客户级别", "Customer level", "等级", "级别", "Level"),
            optional("salesStatus", "客户状态", "销售状态", "Sales status", "状态", "Status"),
            optional("industry", "所属行业", "行业", "Industry"),
            optional("headcount", "人员规模", "员工人数", "企业规模", "规模", "NumberOfEmployees", "Number of employees", "Employees",
                    "Headcount"),
            optional("annualRevenue", "年营业额", "年收入", "年营收", "AnnualRevenue"),
            optional("founded", "成立时间", "成立日期", "Founded", "Year founded"),
            optional("businessScope", "营业范围", "经营范围", "Business scope"),
            optional("marketPosition", "市场地位", "Market position"),
            optional("country", "国家", "国家/地区", "Country", "BillingCountry", "Country/Region"),
            optional("province", "省份", "省", "Province", "BillingState", "State/Region", "State"),
            optional("city", "城市", "市", "City", "BillingCity"),
            optional("region", "所在地区", "地区", "区域", "Region"),
            optional("address", "注册地址", "地址", "公司地址", "Address", "BillingStreet", "Street address").at("address.registered"),
            optional("deliveryAddress", "收货地址", "送货地址", "Delivery address", "ShippingStreet").at("address.delivery"),
            optional("phone", "联系电话", "电话", "公司电话", "手机", "手机号", "Phone", "Phone Number", "Company Phone"),
            optional("fax", "传真", "Fax"),
            optional("email", "电子邮件", "邮箱", "电子邮箱", "Email", "E-mail Address"),
            optional("website", "网址", "网站", "官网", "Website", "Website URL", "Company Domain Name"),
            optional("owner", "负责人", "Owner"),
            optional("team", "团队", "Team"),
            optional("source", "客户来源", "来源", "Source", "Account Source", "Lead Source"),
            optional("tags", "标签", "Tags", "Tag"),
            optional("interests", "兴趣", "感兴趣的产品", "Interests"),
            optional("needs", "客户需求", "需求", "Needs"),
            optional("productPreference", "产品偏好", "Product preference"),
            optional("expectedClose", "预期成交时间", "预计成交日期", "Expected close", "Expected close date"),
            optional("primaryContact", "联系人姓名", "联系人", "主要联系人", "Contact name", "Primary contact")
                    .at("openingValues.contactName"),
            optional("lastInteractionAt", "最近互动时间", "最近联系时间", "最后联系时间", "Last interaction", "LastActivityDate",
                    "Last Activity Date").at("openingValues.lastInteractionAt"),
            optional("openOpportunityAmount", "销售机会金额", "商机金额", "Opportunity amount", "Open opportunity amount")
                    .at("openingValues.opportunityAmount")));

    static final ChoiceCell TYPES = new ChoiceCell()
            .with("POTENTIAL", "潜在客户", "潜在", "Prospect", "Potential customer", "Lead")
            .with("EXISTING", "现有客户", "现有", "老客户", "Customer", "Existing customer", "Customer - Direct",
                    "Customer - Channel", "Customer Direct", "Customer Channel")
            .with("LONG_TERM", "长期客户", "长期", "Long-term customer")
            .with("VIP", "VIP客户", "贵宾客户", "VIP customer");

    static final ChoiceCell LEVELS = new ChoiceCell()
            .with("NORMAL", "普通", "普通客户", "一般")
            .with("KEY", "重要", "重要客户", "重点客户", "Important")
            .with("VIP", "VIP客户", "VIP customer");

    static final ChoiceCell SALES_STATUSES = new ChoiceCell()
            .with(SalesStatus.POTENTIAL.name(), "潜在", "潜在客户")
            .with(SalesStatus.FOLLOWING_UP.name(), "跟进中", "跟进", "In progress")
            .with(SalesStatus.PENDING_CONFIRMATION.name(), "待确认", "Pending")
            .with(SalesStatus.CLOSED_WON.name(), "已成交", "成交", "Won")
            .with(SalesStatus.LOST.name(), "流失", "已流失", "Closed lost");

    private CustomerColumns() {
    }
}
