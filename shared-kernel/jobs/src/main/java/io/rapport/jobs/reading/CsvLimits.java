package io.rapport.jobs.reading;

/** What one record of a file may be at most, in characters and columns, so that memory stays bounded. */
final class CsvLimits {

    static final int COLUMNS = 500;
    static final int FIELD = 32 * 1024;
    static final int RECORD = 256 * 1024;

    private CsvLimits() {
    }
}
