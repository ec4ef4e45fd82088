package io.rapport.jobs.mapping;

import io.rapport.contracts.refusal.FieldError;
import io.rapport.contracts.refusal.Refusal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** All fields that a file of one kind of record may bring; proposes and checks mappings. */
public final class ImportColumns {

    /** What people add behind a label, as in {@code 联系电话（必填）} or {@code Amount (CNY)}. */
    private static final Pattern REMARK = Pattern.compile("[(（\\[【].*?[)）\\]】]");

    private record Known(String field, int rank) {
    }

    private final List<ImportColumn> columns;
    private final Map<String, ImportColumn> byField = new LinkedHashMap<>();
    private final Map<String, Known> byLabel = new HashMap<>();

    /**
     * @throws IllegalArgumentException if two columns share a field name or a label
     */
    public ImportColumns(List<ImportColumn> columns) {
        this(columns, List.of());
    }

    private ImportColumns(List<ImportColumn> declared, List<ImportColumn> more) {
        this.columns = Stream.concat(declared.stream(), more.stream()).toList();
        declared.forEach(column -> learn(column, true));
        more.forEach(column -> learn(column, false));
    }

    private void learn(ImportColumn column, boolean alone) {
        if (byField.put(column.field(), column) != null) {
            throw new IllegalArgumentException("declared twice: " + column.field());
        }
        for (int rank = 0; rank < column.labels().size(); rank++) {
            learn(column.labels().get(rank), new Known(column.field(), rank), alone);
        }
        // Its own name last, so that what the API gives comes back in.
        learn(column.field(), new Known(column.field(), column.labels().size()), alone);
    }

    private void learn(String label, Known known, boolean alone) {
        Known before = byLabel.putIfAbsent(LabelFolding.fold(label), known);
        if (alone && before != null && !before.field().equals(known.field())) {
            throw new IllegalArgumentException(label + " names both " + before.field() + " and " + known.field());
        }
    }

    /**
     * These columns and more, such as fields that an administrator has added. A label that names a column already keeps
     * its first meaning.
     *
     * @throws IllegalArgumentException if two columns share a field name
     */
    public ImportColumns with(List<ImportColumn> more) {
        return more.isEmpty() ? this : new ImportColumns(columns, more);
    }

    /** Names of all fields, in the order of declaration. */
    public List<String> fields() {
        return columns.stream().map(ImportColumn::field).toList();
    }

    /**
     * Where commands have a field.
     *
     * @throws NullPointerException if there is no such field
     */
    public String pathOf(String field) {
        return byField.get(field).path();
    }

    /** The field that a refusal is about, of which it names the path or a part below it; empty for none of ours. */
    public Optional<String> fieldAt(String path) {
        return columns.stream()
                .filter(column -> path.startsWith(column.path())
                        && (path.length() == column.path().length() || ".[".indexOf(path.charAt(column.path().length())) >= 0))
                .map(ImportColumn::field).findFirst();
    }

    /**
     * The mapping that the headers suggest. Where two headers suggest the same field the more certain label wins, then
     * the first; the other column is left out. May lack a required field, see {@link #check}.
     */
    public ColumnMapping propose(List<String> headers) {
        String[] fields = new String[headers.size()];
        Map<String, Integer> taken = new HashMap<>();
        int[] ranks = new int[headers.size()];
        for (int i = 0; i < fields.length; i++) {
            Known known = known(headers.get(i));
            if (known == null) {
                continue;
            }
            ranks[i] = known.rank();
            Integer rival = taken.get(known.field());
            if (rival == null || ranks[rival] > ranks[i]) {
                if (rival != null) {
                    fields[rival] = null;
                }
                fields[i] = known.field();
                taken.put(known.field(), i);
            }
        }
        return new ColumnMapping(Arrays.asList(fields));
    }

    private Known known(String header) {
        String folded = LabelFolding.fold(header);
        if (folded.isEmpty()) {
            return null;
        }
        Known known = byLabel.get(folded);
        return known != null ? known : byLabel.get(LabelFolding.fold(REMARK.matcher(header).replaceAll("")));
    }

    /**
     * The proposal with the user's changes on top.
     *
     * @param changes header → field, or null to leave the column out; headers that are not named keep the proposal
     * @throws Refusal if a header or field does not exist, or a field would be filled twice
     */
    public ColumnMapping propose(List<String> headers, Map<String, String> changes) {
        List<FieldError> errors = new ArrayList<>();
        List<String> fields = new ArrayList<>(propose(headers).fields());
        Map<String, String> chosen = new HashMap<>();
        changes.forEach((header, field) -> {
            int column = headers.indexOf(header.strip());
            if (column < 0) {
                errors.add(FieldError.of("mapping", "mapping-header-unknown", header));
            } else if (field != null && !byField.containsKey(field)) {
                errors.add(FieldError.of("mapping", "mapping-field-unknown", header, field));
            } else if (field != null && chosen.putIfAbsent(field, header) != null) {
                errors.add(FieldError.of("mapping", "mapping-field-twice", field, chosen.get(field), header));
            }
        });
        if (!errors.isEmpty()) {
            throw Refusal.invalid(errors);
        }
        // A field the user placed by hand leaves the column that was proposed for it.
        fields.replaceAll(field -> field != null && chosen.containsKey(field) ? null : field);
        changes.forEach((header, field) -> fields.set(headers.indexOf(header.strip()), field));
        return new ColumnMapping(fields);
    }

    /**
     * @throws Refusal if no column is mapped at all, which is what a file without a header looks like, or a required
     *                 field is not mapped
     */
    public void check(ColumnMapping mapping) {
        if (mapping.isEmpty()) {
            throw Refusal.of(Refusal.Kind.INVALID, "file", "import-no-known-header", String.join(", ", fields()));
        }
        List<FieldError> missing = missing(mapping).stream()
                .map(field -> FieldError.of("mapping", "mapping-required-missing", field))
                .toList();
        if (!missing.isEmpty()) {
            throw Refusal.invalid(missing);
        }
    }

    /** Required fields that no column goes to. */
    public List<String> missing(ColumnMapping mapping) {
        return required().stream().filter(field -> !mapping.fields().contains(field)).toList();
    }

    /** Fields that a file cannot be imported without. */
    public List<String> required() {
        return columns.stream().filter(ImportColumn::required).map(ImportColumn::field).toList();
    }
}
