package io.rapport.standalone;

import java.util.Locale;

/** Every port the product listens on, all of them on the loopback interface. */
public enum Port {

    GATEWAY(8080),
    CUSTOMER(8081),
    CONTACT(8082),
    INTERACTION(8083),
    REPORTING(8084),
    GATEWAY_MANAGEMENT(9080),
    CUSTOMER_MANAGEMENT(9181),
    CONTACT_MANAGEMENT(9182),
    INTERACTION_MANAGEMENT(9183),
    REPORTING_MANAGEMENT(9184),
    POSTGRESQL(5433),
    KAFKA(9092),
    KAFKA_CONTROLLER(9093),
    ELASTICSEARCH(9200),
    MONGODB(27018);

    private final int usual;

    Port(int usual) {
        this.usual = usual;
    }

    int usual() {
        return usual;
    }

    /** Environment variable that changes it. */
    public String variable() {
        return "RAPPORT_" + name() + "_PORT";
    }

    /** Command line option that changes it. */
    String option() {
        return "--port-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
