package io.rapport.embedded;

import java.io.IOException;

/** One server of the machine: it makes its folder ready, says how it is run, and whether it answers. */
public interface EmbeddedServer {

    /** Short name for logs, folders and state files, e.g. {@code postgresql}. */
    String name();

    /** The loopback port it serves on. */
    int port();

    /**
     * Makes the data folder ready, mending what a killed predecessor left behind, and gives the command to run.
     * Takes seconds on the very first start (unpacking, initdb), milliseconds afterwards.
     *
     * @throws IOException when the folder cannot be written or its content is not ours
     */
    ServerCommand prepare() throws IOException;

    /** Whether the server does its work now; never throws. Takes two seconds at most. */
    boolean answers();
}
