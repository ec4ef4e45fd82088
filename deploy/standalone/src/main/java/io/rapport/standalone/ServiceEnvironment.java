package io.rapport.standalone;

import io.rapport.embedded.Loopback;
import java.util.HashMap;
import java.util.Map;

/** The configuration of the services: environment variables only, as in any other deployment. */
final class ServiceEnvironment {

    private final Ports ports;
    private final ServerAddresses servers;
    private final DataFolder data;

    ServiceEnvironment(DataFolder data, Ports ports, ServerAddresses servers) {
        this.data = data;
        this.ports = ports;
        this.servers = servers;
    }

    /** What people and programs call. */
    String address() {
        return "http://localhost:" + ports.of(Port.GATEWAY);
    }

    Map<String, String> of(Service service) {
        Map<String, String> variables = new HashMap<>();
        variables.put("SERVER_ADDRESS", Loopback.ADDRESS);
        variables.put("SERVER_PORT", port(service.port()));
        variables.put("MANAGEMENT_SERVER_ADDRESS", Loopback.ADDRESS);
        variables.put("MANAGEMENT_SERVER_PORT", port(service.managementPort()));
        variables.put("SPRING_MAIN_BANNERMODE", "off");
        // Settings of another provider are inherited as they are.
        if (servers.signInIsOurs()) {
            variables.put("RAPPORT_IDENTITY_ISSUER", address());
            variables.put("RAPPORT_IDENTITY_JWKSETURI", http(Port.GATEWAY) + "/oauth2/jwks");
        }
        variables.put("RAPPORT_KAFKA_BOOTSTRAPSERVERS", servers.kafka());
        variables.put("RAPPORT_SERVICES_CUSTOMER", http(Port.CUSTOMER));
        variables.put("RAPPORT_SERVICES_CONTACT", http(Port.CONTACT));
        variables.put("RAPPORT_SERVICES_INTERACTION", http(Port.INTERACTION));
        variables.put("RAPPORT_SERVICES_REPORTING", http(Port.REPORTING));
        if (service.isCommandSide()) {
            variables.put("SPRING_DATASOURCE_URL", servers.jdbcUrl(service.database()));
            variables.put("SPRING_DATASOURCE_USERNAME", servers.databaseUser());
            variables.put("SPRING_DATASOURCE_PASSWORD", servers.databasePassword());
        }
        if (service == Service.REPORTING) {
            variables.put("RAPPORT_MONGODB_URI", servers.mongodb());
            variables.put("RAPPORT_ELASTICSEARCH_URI", servers.elasticsearch());
        }
        if (service == Service.CUSTOMER) {
            // The directory begins with the users of the provider below.
            variables.put("RAPPORT_IDENTITY_LOCAL", Boolean.toString(servers.signInIsOurs()));
        }
        if (service == Service.GATEWAY) {
            variables.put("RAPPORT_IDENTITY_LOCAL", Boolean.toString(servers.signInIsOurs()));
            variables.put("RAPPORT_IDENTITY_KEYFILE",
                data.server("identity").resolve("signing-key.json").toString());
        }
        return variables;
    }

    /** As {@link #of}, on ports that disturb nobody, for a run beside the one that serves. */
    Map<String, String> beside(Service service) {
        Map<String, String> variables = of(service);
        variables.put("SERVER_PORT", "0");
        variables.put("MANAGEMENT_SERVER_PORT", "0");
        return variables;
    }

    private String http(Port port) {
        return "http://" + Loopback.ADDRESS + ":" + port(port);
    }

    private String port(Port port) {
        return Integer.toString(ports.of(port));
    }
}
