package io.rapport.reporting.search.likeness;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * How likely two customers are one, and why.
 *
 * @param score   from 0 to 1, two places
 * @param reasons in the order of {@link Reason}
 */
public record Likeness(double score, List<Reason> reasons) {

    /** From here on somebody should look at the two. */
    public static final double WORTH_A_LOOK = 0.5;

    /** What speaks for one customer, and at the end what speaks against. */
    public enum Reason {
        NUMBER, EMAIL, PHONE, DOMAIN, NAME, NAME_SOUND, NAME_NEAR, NAME_PART, OTHER_PLACE, OTHER_DOMAIN
    }

    /** A site or e-mail of its own speaks against: branches and subsidiaries have the name, but not the domain. */
    private static final double DISCOUNT_OTHER_DOMAIN = 0.75;
    private static final double DISCOUNT_ONE_PLACE = 0.75;
    private static final double DISCOUNT_OTHER_PLACE = 0.4;
    private static final int SHORT_NAME = 3;

    public Likeness {
        reasons = List.copyOf(reasons);
    }

    /** Depends on its arguments alone and not on their order. */
    public static Likeness of(Traits a, Traits b) {
        Set<Reason> reasons = EnumSet.noneOf(Reason.class);
        List<Double> evidence = new ArrayList<>();
        boolean sameEmail = a.email() != null && a.email().equals(b.email());
        NameLikeness names = NameLikeness.of(a.name(), b.name());
        if (a.number() != null && a.number().equals(b.number())) {
            add(Reason.NUMBER, 0.9, reasons, evidence);
        }
        if (sameEmail) {
            add(Reason.EMAIL, 0.6, reasons, evidence);
        }
        if (!Collections.disjoint(a.phones(), b.phones())) {
            add(Reason.PHONE, 0.55, reasons, evidence);
        }
        if (!Collections.disjoint(a.domains(), b.domains()) && !sameEmail) {
            // Two names that can be told apart may share the domain of their parent.
            add(Reason.DOMAIN, names == NameLikeness.NONE ? 0.4 : 0.5, reasons, evidence);
        }
        addNames(a.name(), b.name(), names, reasons, evidence);
        double likely = 1 - evidence.stream().reduce(1.0, (rest, weight) -> rest * (1 - weight));
        if (!a.domains().isEmpty() && !b.domains().isEmpty() && Collections.disjoint(a.domains(), b.domains())
                && !evidence.isEmpty()) {
            reasons.add(Reason.OTHER_DOMAIN);
            likely *= DISCOUNT_OTHER_DOMAIN;
        }
        return new Likeness(Math.round(likely * 100) / 100.0, List.copyOf(reasons));
    }

    public boolean worthALook() {
        return score >= WORTH_A_LOOK;
    }

    private static void addNames(OrganisationName a, OrganisationName b, NameLikeness names, Set<Reason> reasons,
                                 List<Double> evidence) {
        int length = Math.min(a.length(), b.length());
        switch (names) {
            case EQUAL -> addPlaced(Reason.NAME, length <= SHORT_NAME ? 0.7 : 0.8, a, b, reasons, evidence);
            case SOUND -> addPlaced(Reason.NAME_SOUND, a.script() != b.script() ? 0.6
                    : length < SHORT_NAME ? 0.3 : length == SHORT_NAME ? 0.5 : 0.65, a, b, reasons, evidence);
            case NEAR -> addPlaced(Reason.NAME_NEAR, 0.55, a, b, reasons, evidence);
            case PART -> add(Reason.NAME_PART, 0.2, reasons, evidence);
            case NONE, UNTOLD -> { }
        }
    }

    private static void addPlaced(Reason reason, double weight, OrganisationName a, OrganisationName b,
                                  Set<Reason> reasons, List<Double> evidence) {
        boolean samePlace = a.place().equals(b.place());
        if (!samePlace) {
            reasons.add(Reason.OTHER_PLACE);
        }
        double discount = samePlace ? 1
                : a.place().isEmpty() || b.place().isEmpty() ? DISCOUNT_ONE_PLACE : DISCOUNT_OTHER_PLACE;
        add(reason, weight * discount, reasons, evidence);
    }

    private static void add(Reason reason, double weight, Set<Reason> reasons, List<Double> evidence) {
        reasons.add(reason);
        evidence.add(weight);
    }
}
