package io.rapport.standalone;

import io.rapport.embedded.Loopback;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A number for every {@link Port}. */
public final class Ports {

    private final Map<Port, Integer> numbers;

    private Ports(Map<Port, Integer> numbers) {
        this.numbers = numbers;
    }

    /**
     * The usual ports, as far as the environment does not change them.
     *
     * @throws IllegalArgumentException naming a variable that holds no port
     */
    public static Ports configured(Map<String, String> environment) {
        Map<Port, Integer> numbers = new EnumMap<>(Port.class);
        for (Port port : Port.values()) {
            String chosen = environment.get(port.variable());
            numbers.put(port, chosen == null ? port.usual() : parse(port, chosen));
        }
        return new Ports(numbers);
    }

    /** Ports nobody listens on at the moment, for tests beside a running product. */
    public static Ports free() {
        Map<Port, Integer> numbers = new EnumMap<>(Port.class);
        Set<Integer> given = new HashSet<>();
        for (Port port : Port.values()) {
            int number = Loopback.freePort();
            while (!given.add(number)) {
                number = Loopback.freePort();
            }
            numbers.put(port, number);
        }
        return new Ports(numbers);
    }

    /** The same ports with one changed. */
    Ports with(Port port, int number) {
        Map<Port, Integer> changed = new EnumMap<>(numbers);
        changed.put(port, number);
        return new Ports(changed);
    }

    /** The number of a port. */
    public int of(Port port) {
        return numbers.get(port);
    }

    /** Those another program listens on. */
    List<Port> taken() {
        return Arrays.stream(Port.values()).filter(port -> !Loopback.isFree(of(port))).toList();
    }

    private static int parse(Port port, String chosen) {
        try {
            int number = Integer.parseInt(chosen.trim());
            if (number > 0 && number < 65_536) {
                return number;
            }
        } catch (NumberFormatException noNumber) {
            // Refused below.
        }
        throw new IllegalArgumentException(port.variable() + " must be a port from 1 to 65535, but is " + chosen);
    }
}
