package io.rapport.contracts.event;

/** Names of the Kafka topics that services share. Other programs may subscribe to all but {@link #PROGRESS}. */
public final class Topics {

    public static final String CUSTOMER = "crm.customer.v1";
    public static final String CONTACT = "crm.contact.v1";
    public static final String INTERACTION = "crm.interaction.v1";

    /** Who works with the platform and what each role may do: whole definitions, of each the last one; compacted. */
    public static final String DIRECTORY = "crm.directory.v1";

    /** Who saw, took out, brought in, joined, was refused. One partition, kept forever. */
    public static final String TRAIL = "crm.trail.v1";

    /** How far each relay has come (see {@link RelayProgress}); compacted, key is the service. */
    public static final String PROGRESS = "crm.progress.v1";

    private Topics() {
    }
}
