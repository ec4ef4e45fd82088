package io.rapport.gateway.identity;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Slows down whoever guesses passwords: one name from one address, one name from many addresses, and many names from
 * one address. Nobody is locked out by what others try elsewhere before they have tried often.
 */
final class SignInLimit {

    private static final int LONGEST_NAME = 200;

    private final Guesses ofNameFromAddress = new Guesses(10);
    private final Guesses ofName = new Guesses(60);
    private final Guesses fromAddress = new Guesses(60);

    /**
     * Counts an attempt before it is made.
     *
     * @return how long to wait before the next one; zero when this one may be made
     */
    Duration take(String name, String address) {
        Map<Guesses, String> taken = new LinkedHashMap<>();
        for (Map.Entry<Guesses, String> each : guessers(name, address).entrySet()) {
            Duration wait = each.getKey().take(each.getValue());
            if (wait.isPositive()) {
                taken.forEach(Guesses::giveBack);
                return wait;
            }
            taken.put(each.getKey(), each.getValue());
        }
        return Duration.ZERO;
    }

    /** The attempt was right. */
    void succeeded(String name, String address) {
        guessers(name, address).forEach(Guesses::giveBack);
    }

    private Map<Guesses, String> guessers(String name, String address) {
        String known = name.substring(0, Math.min(name.length(), LONGEST_NAME));
        Map<Guesses, String> guessers = new LinkedHashMap<>();
        guessers.put(ofNameFromAddress, address + ' ' + known);
        guessers.put(ofName, known);
        guessers.put(fromAddress, address);
        return guessers;
    }
}
