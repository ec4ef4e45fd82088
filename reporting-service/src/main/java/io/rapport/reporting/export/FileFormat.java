package io.rapport.reporting.export;

import java.io.OutputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kinds of file that a list is given as. */
enum FileFormat {

    CSV("text/csv;charset=UTF-8") {
        @Override
        TableFile open(OutputStream out, String title) {
            return new CsvFile(out);
        }
    },

    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet") {
        @Override
        TableFile open(OutputStream out, String title) {
            return new XlsxFile(out, title);
        }
    };

    private final String mediaType;

    FileFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    /** Starts a file of this kind; {@code title} is shown where the kind has a place for one. */
    abstract TableFile open(OutputStream out, String title);

    String mediaType() {
        return mediaType;
    }

    /** Ending of file names and value of the parameter {@code format}: {@code csv}. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<FileFormat> of(String code) {
        return Arrays.stream(values()).filter(format -> format.code().equals(code)).findFirst();
    }
}
