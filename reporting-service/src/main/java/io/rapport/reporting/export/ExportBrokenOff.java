package io.rapport.reporting.export;

/** A part of a file is on its way and the rest cannot be read: the connection must break, lest the part look whole. */
final class ExportBrokenOff extends Exception {

    ExportBrokenOff() {
        // Its cause is logged, and would be answered as if nothing were on its way.
        super("export broken off", null, false, false);
    }
}
