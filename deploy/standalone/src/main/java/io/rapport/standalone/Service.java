package io.rapport.standalone;

import java.util.Locale;

/** The services of the product, each a boot jar. */
enum Service {

    CUSTOMER("customer-service", Port.CUSTOMER, Port.CUSTOMER_MANAGEMENT, 256),
    CONTACT("contact-service", Port.CONTACT, Port.CONTACT_MANAGEMENT, 160),
    INTERACTION("interaction-service", Port.INTERACTION, Port.INTERACTION_MANAGEMENT, 160),
    REPORTING("reporting-service", Port.REPORTING, Port.REPORTING_MANAGEMENT, 320),
    GATEWAY("gateway", Port.GATEWAY, Port.GATEWAY_MANAGEMENT, 160);

    private final String artifact;
    private final Port port;
    private final Port managementPort;
    private final int heapMegabytes;

    Service(String artifact, Port port, Port managementPort, int heapMegabytes) {
        this.artifact = artifact;
        this.port = port;
        this.managementPort = managementPort;
        this.heapMegabytes = heapMegabytes;
    }

    String artifact() {
        return artifact;
    }

    /** Its folder below the project's root. */
    String folder() {
        return this == GATEWAY ? "deploy/gateway" : artifact;
    }

    Port port() {
        return port;
    }

    Port managementPort() {
        return managementPort;
    }

    int heapMegabytes() {
        return heapMegabytes;
    }

    /** Whether it records events, and so has a database. */
    boolean isCommandSide() {
        return this == CUSTOMER || this == CONTACT || this == INTERACTION;
    }

    String database() {
        return name().toLowerCase(Locale.ROOT);
    }
}
