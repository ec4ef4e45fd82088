package io.rapport.customer.application.customers.imports;

import io.rapport.contracts.Money;
import io.rapport.customer.domain.customers.CustomerFacts;
import io.rapport.customer.domain.customers.CustomerSettings;
import io.rapport.customfields.CustomFields;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

import static org.assertj.core.api.Assertions.assertThat;

/** What our own export writes comes in again without a hand laid on it. */
class ExportedFilesTest {

    private static final String COLUMN = "export-column.customer.";
    private static final Map<String, String> NAMED_OTHERWISE =
            Map.of("address.registered", "address", "address.delivery", "deliveryAddress");

    @ParameterizedTest
    @ValueSource(strings = {"", "_zh_CN", "_zh_TW"})
    void theWholeMappingIsProposedInEveryLanguage(String language) throws IOException {
        Properties labels = labels(language);
        List<String> headers = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        for (String key : labels.stringPropertyNames()) {
            if (key.startsWith(COLUMN)) {
                String field = key.substring(COLUMN.length());
                headers.add(labels.getProperty(key));
                expected.add(CustomerColumns.ALL.fields().contains(NAMED_OTHERWISE.getOrDefault(field, field))
                        ? NAMED_OTHERWISE.getOrDefault(field, field) : null);
            }
        }

        assertThat(CustomerColumns.ALL.propose(headers).fields()).isEqualTo(expected)
                .containsAll(CustomerColumns.ALL.fields());
        // A workbook says of moments that they are in UTC.
        assertThat(CustomerColumns.ALL.propose(headers.stream().map(header -> header + " (UTC)").toList()).fields())
                .isEqualTo(expected);
    }

    @Test
    void valuesMeanTheSame() throws IOException {
        Properties labels = labels("_zh_CN");
        Map<String, String> cells = new HashMap<>();
        cells.put("name", "'=甲");
        cells.put("phone", "'+86 755 2878 0808");
        cells.put("tags", "重要, VIP");
        cells.put("type", "LONG_TERM");
        cells.put("founded", "1987-09-15");
        cells.put("annualRevenue", "1200 KRW");
        cells.put("openOpportunityAmount", "50000.00");
        cells.put("lastInteractionAt", "2025-03-01T00:00:00Z");
        List<String> fields = List.copyOf(cells.keySet());
        List<String> headers = fields.stream().map(field -> labels.getProperty(COLUMN + field)).toList();

        CustomerRow row = CustomerRowReader.read(CustomerColumns.ALL.propose(headers)
                .values(fields.stream().map(cells::get).toList()), null, new ListCells(CustomerSettings.shipped()),
                CustomFields.NONE);

        CustomerFacts facts = row.facts();
        assertThat(facts.name()).isEqualTo("=甲");
        assertThat(facts.phone()).isEqualTo("+86 755 2878 0808");
        assertThat(facts.tags()).containsExactly("重要", "VIP");
        assertThat(facts.type()).isEqualTo("LONG_TERM");
        assertThat(facts.founded()).isEqualTo(LocalDate.of(1987, 9, 15));
        assertThat(facts.annualRevenue()).isEqualTo(new Money(new BigDecimal("1200"), "KRW"));
        assertThat(facts.openingValues().opportunityAmount()).isEqualTo(new Money(new BigDecimal("50000.00"), "CNY"));
        assertThat(facts.openingValues().lastInteractionAt()).isEqualTo(LocalDate.of(2025, 3, 1));
    }

    private static Properties labels(String language) throws IOException {
        Properties labels = new Properties();
        String file = "/reporting/messages/export" + language + ".properties";
        try (Reader reader = new InputStreamReader(
                ExportedFilesTest.class.getResourceAsStream(file), StandardCharsets.UTF_8)) {
            labels.load(reader);
        }
        return labels;
    }
}
