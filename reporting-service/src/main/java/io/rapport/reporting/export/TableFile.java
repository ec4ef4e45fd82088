package io.rapport.reporting.export;

import io.rapport.contracts.Money;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A file with one row for each record, written as it goes; {@code IOException} when nobody takes it any more. A file
 * that is not ended is recognisably broken wherever its kind allows that.
 */
interface TableFile {

    void header(List<Header> headers) throws IOException;

    void row(List<Cell> cells) throws IOException;

    /** Writes what is still held back. The stream stays open. */
    void end() throws IOException;

    /**
     * What stands above a column.
     *
     * @param moments whether the column holds moments, whose time zone a spreadsheet cannot keep
     */
    record Header(String text, boolean moments) {
    }

    /** What stands in a row below a header. */
    sealed interface Cell {

        Cell EMPTY = new Text("");

        record Text(String text) implements Cell {
        }

        record Number(BigDecimal number) implements Cell {
        }

        record Amount(Money money) implements Cell {
        }

        record Day(LocalDate day) implements Cell {
        }

        record Moment(Instant moment) implements Cell {
        }

        record Flag(boolean flag) implements Cell {
        }
    }
}
