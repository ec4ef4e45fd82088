package io.rapport.jobs;

import java.io.IOException;

/** How jobs of one task are carried on. */
@FunctionalInterface
interface JobWork {

    JobSteps<?> open(Job job) throws IOException;
}
