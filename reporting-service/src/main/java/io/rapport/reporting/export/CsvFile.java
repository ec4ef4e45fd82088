package io.rapport.reporting.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.rapport.contracts.Money;
import io.rapport.web.download.SafeCell;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Comma separated values in UTF-8, with byte order mark because spreadsheets ask for it. Values are written as the
 * import reads them: an amount names its currency unless it is the one that the import takes for granted.
 */
final class CsvFile implements TableFile {

    /** Of amounts that name none, in our imports. */
    private static final String HOME_CURRENCY = "CNY";

    private final Writer text;
    private final CsvWriter csv;

    CsvFile(OutputStream out) {
        text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        csv = CsvWriter.builder().build(text);
    }

    @Override
    public void header(List<Header> headers) throws IOException {
        text.write('\uFEFF');
        record(headers.stream().map(Header::text).toList());
    }

    @Override
    public void row(List<Cell> cells) throws IOException {
        record(cells.stream().map(CsvFile::written).toList());
    }

    private void record(List<String> cells) throws IOException {
        try {
            csv.writeRecord(cells.stream().map(SafeCell::safe).toList());
        } catch (UncheckedIOException notTaken) {
            throw notTaken.getCause();
        }
    }

    private static String written(Cell cell) {
        return switch (cell) {
            case Cell.Text(var text) -> text;
            case Cell.Number(var number) -> number.toPlainString();
            case Cell.Amount(Money(var amount, var currency)) -> currency.equals(HOME_CURRENCY)
                    ? amount.toPlainString() : amount.toPlainString() + ' ' + currency;
            case Cell.Day(var day) -> day.toString();
            case Cell.Moment(var moment) -> moment.toString();
            case Cell.Flag(var flag) -> Boolean.toString(flag);
        };
    }

    @Override
    public void end() throws IOException {
        csv.flush();
    }
}
