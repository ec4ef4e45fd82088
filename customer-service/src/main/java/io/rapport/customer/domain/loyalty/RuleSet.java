package io.rapport.customer.domain.loyalty;

import io.rapport.contracts.Money;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What orders earn from a day on, until another rule set takes over.
 *
 * @param validFrom day of the first orders it is about
 * @param earning   one for each currency that earns
 * @param tiers     from the lowest to the highest; none where points are only collected
 */
public record RuleSet(LocalDate validFrom, List<Earning> earning, List<Tier> tiers) {

    public RuleSet {
        earning = List.copyOf(earning);
        tiers = List.copyOf(tiers);
    }

    /**
     * Points for money spent.
     *
     * @param spend  what has to be spent; only full ones earn, order by order
     * @param points what each full one earns
     */
    public record Earning(Money spend, long points) {
    }

    /**
     * A tier 等级.
     *
     * @param code   what records hold
     * @param label  what it is called, by language; see {@link io.rapport.values.LocalizedLabel}
     * @param points so many points, earned ever, reach it
     */
    public record Tier(String code, Map<String, String> label, long points) {

        public Tier {
            label = label == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(label));
        }
    }

    /** The id of its aggregate. */
    public String id() {
        return idOf(validFrom);
    }

    public static String idOf(LocalDate validFrom) {
        return "loyalty-rules:" + validFrom;
    }
}
