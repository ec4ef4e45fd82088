package io.rapport.jobs.card;

import io.rapport.contracts.refusal.Refusal;
import io.rapport.eventstore.RecordIds;
import io.rapport.jobs.PlannedRow;
import io.rapport.jobs.RowImporter;
import io.rapport.jobs.mapping.ImportColumn;
import io.rapport.jobs.mapping.ImportColumns;
import io.rapport.web.signin.Caller;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Cards by number; a kind of its own for each test, so that tests do not run each other's jobs. */
public record CardImporter(String recordKind, JdbcClient database, Runnable beforeEachRow)
        implements RowImporter<CardImporter.Row> {

    public record Row(String number, String text) {
    }

    @Override
    public ImportColumns columns() {
        return new ImportColumns(List.of(ImportColumn.required("number", "编号"), ImportColumn.optional("text", "内容")));
    }

    @Override
    public Row read(Map<String, String> values) {
        beforeEachRow.run();
        if (!values.containsKey("number")) {
            throw Refusal.of(Refusal.Kind.INVALID, "number", "required");
        }
        return new Row(recordKind + values.get("number"), values.getOrDefault("text", ""));
    }

    @Override
    public List<String> keys(Row row) {
        return List.of(row.number());
    }

    @Override
    public List<PlannedRow> plan(List<Row> rows, Caller caller) {
        Map<String, String> known = new HashMap<>();
        database.sql("SELECT value, record_id FROM reservation WHERE scope = ? AND value = ANY (?)")
                .param(Card.NUMBERS).param(rows.stream().map(Row::number).toArray(String[]::new))
                .query(row -> {
                    known.put(row.getString(1), row.getString(2));
                });
        return rows.stream().<PlannedRow>map(row -> {
            String id = known.get(row.number());
            return id == null
                    ? new PlannedRow.Create(new Card.Write(RecordIds.next(), row.number(), row.text()))
                    : new PlannedRow.Change(new Card.Reword(id, row.text()));
        }).toList();
    }
}
