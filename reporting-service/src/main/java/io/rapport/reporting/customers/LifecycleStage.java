package io.rapport.reporting.customers;

/** Where a customer stands in its life: set by somebody, or derived from its sales status and its purchases. */
public enum LifecycleStage {

    ACQUISITION,
    RETENTION,
    CHURNED;

    /**
     * @param override    the stage that somebody set; null for none
     * @param salesStatus null where nobody has set one
     * @param purchases   orders that count
     */
    public static String of(String override, String salesStatus, int purchases) {
        if (override != null) {
            return override;
        }
        if ("LOST".equals(salesStatus)) {
            return CHURNED.name();
        }
        return ("CLOSED_WON".equals(salesStatus) || purchases > 0 ? RETENTION : ACQUISITION).name();
    }
}
