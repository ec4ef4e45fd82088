package io.rapport.jobs.mapping;

import io.rapport.contracts.refusal.FieldError;
import io.rapport.contracts.refusal.Refusal;
import org.junit.jupiter.api.Test;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class ImportColumnsTest {

    private final ImportColumns columns = new ImportColumns(List.of(
            ImportColumn.required("name", "客户名称", "Account Name", "Name"),
            ImportColumn.optional("phone", "联系电话", "电话"),
            ImportColumn.optional("address.registered", "Billing Street")));

    @Test
    void headersAreRecognisedInAnyWidthCaseScriptAndSpacing() {
        for (String header : List.of("客户名称", "客戶名稱", " 客户 名称 ", "ACCOUNT_NAME", "ａｃｃｏｕｎｔ　ｎａｍｅ", "AccountName", "客户名称（必填）", "*客户名称")) {
            assertThat(columns.propose(List.of(header)).fields()).as(header).containsExactly("name");
        }
    }

    @Test
    void theMoreCertainLabelWins() {
        assertThat(columns.propose(List.of("Name", "电话", "客户名称", "联系电话", "备注", "")).fields())
                .containsExactly(null, null, "name", "phone", null, null);
    }

    @Test
    void usersChangeTheProposal() {
        Map<String, String> changes = new HashMap<>();
        changes.put("备注", "name");
        changes.put("联系电话", null);

        ColumnMapping mapping = columns.propose(List.of("客户名称", "联系电话", "备注", "BillingStreet"), changes);

        assertThat(mapping.fields()).containsExactly(null, null, "name", "address.registered");
        assertThat(mapping.values(List.of("甲", "1", " 乙 ", " "))).isEqualTo(Map.of("name", "乙"));
    }

    @Test
    void impossibleChangesAreNamed() {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> columns.propose(List.of("客户名称", "x"),
                new java.util.TreeMap<>(Map.of("客户名称", "nonsense", "y", "name"))));

        assertThat(refusal.errors()).containsExactly(
                FieldError.of("mapping", "mapping-header-unknown", "y"),
                FieldError.of("mapping", "mapping-field-unknown", "客户名称", "nonsense"));
        assertThat(catchThrowableOfType(Refusal.class, () -> columns.propose(List.of("a", "b"),
                new java.util.TreeMap<>(Map.of("a", "name", "b", "name")))).errors())
                .containsExactly(FieldError.of("mapping", "mapping-field-twice", "name", "a", "b"));
    }

    @Test
    void aFileWithoutHeaderOrRequiredColumnIsRefused() {
        assertThat(catchThrowableOfType(Refusal.class, () -> columns.check(columns.propose(List.of("001", "华为公司"))))
                .errors().getFirst().code()).isEqualTo("import-no-known-header");
        assertThat(catchThrowableOfType(Refusal.class, () -> columns.check(columns.propose(List.of("电话"))))
                .errors()).containsExactly(FieldError.of("mapping", "mapping-required-missing", "name"));
    }

    @Test
    void columnsAddedLaterNeverTakeALabelAway() {
        ImportColumns more = columns.with(List.of(ImportColumn.optional("custom.a", "预算", "客户名称"),
                ImportColumn.optional("custom.A", "预算")));

        assertThat(more.propose(List.of("客户名称", "预算", "custom.a")).fields()).containsExactly("name", "custom.a", null);
        assertThat(more.fieldAt("custom.a")).contains("custom.a");
    }
}
