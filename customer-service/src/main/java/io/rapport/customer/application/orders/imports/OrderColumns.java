package io.rapport.customer.application.orders.imports;

import io.rapport.customer.application.customers.imports.CustomerMention;
import io.rapport.jobs.mapping.ImportColumn;
import io.rapport.jobs.mapping.ImportColumns;

import java.util.List;

import static io.rapport.jobs.mapping.ImportColumn.optional;

/** The columns that files of orders have. */
final class OrderColumns {

    static final ImportColumns ALL = new ImportColumns(List.of(
            optional("number", "订单编号", "订单号", "单号", "Order number", "Order No", "Order ID", "Number"),
            mention("customerId"), mention("customerNumber"), mention("customer"),
            optional("opportunityId", "销售机会ID", "商机ID", "Opportunity ID"),
            optional("contract", "合同", "合同编号", "合同号", "Contract", "Contract number"),
            optional("orderedAt", "下单日期", "订单日期", "购买时间", "购买日期", "成交时间", "日期", "Order date", "Date", "Purchase date"),
            optional("product", "产品", "产品名称", "商品", "商品名称", "Product", "Product name", "Item").at("lines"),
            optional("quantity", "数量", "Quantity", "Qty").at("quantity"),
            optional("unitPrice", "单价", "Unit price", "Price").at("unitPrice"),
            optional("amount", "金额", "订单金额", "总金额", "成交金额", "Amount", "Total", "Order amount"),
            optional("note", "备注", "Note", "Notes", "Description"),
            optional("owner", "负责人", "Owner"),
            optional("team", "团队", "Team")));

    private OrderColumns() {
    }

    private static ImportColumn mention(String field) {
        return optional(field, CustomerMention.LABELS.get(field));
    }
}
