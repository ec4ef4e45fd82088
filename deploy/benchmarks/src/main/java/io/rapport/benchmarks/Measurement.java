package io.rapport.benchmarks;

/**
 * One line of the result.
 *
 * @param name     what was measured
 * @param value    the number
 * @param unit     its unit; {@code ratio} where it compares with a bare operation measured in the same run
 * @param goal     the number to reach; null where none is set
 * @param atMost   true when smaller is better
 * @param comment  the numbers behind it, in words
 */
record Measurement(String name, double value, String unit, Double goal, boolean atMost, String comment) {

    static Measurement atLeast(String name, double value, String unit, Double goal, String comment) {
        return new Measurement(name, value, unit, goal, false, comment);
    }

    static Measurement atMost(String name, double value, String unit, Double goal, String comment) {
        return new Measurement(name, value, unit, goal, true, comment);
    }

    boolean reached() {
        return goal == null || (atMost ? value <= goal : value >= goal);
    }
}
