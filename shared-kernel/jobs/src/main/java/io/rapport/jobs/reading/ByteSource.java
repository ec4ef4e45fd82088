package io.rapport.jobs.reading;

import java.io.IOException;
import java.io.InputStream;

/** Bytes that can be read from the start as often as needed, such as a spooled upload. */
@FunctionalInterface
public interface ByteSource {

    /** A new stream at the first byte; the caller closes it. */
    InputStream open() throws IOException;
}
