package io.rapport.interaction.domain.interactions;

import java.util.List;
import java.util.Map;

/** Port to the administered list of what an interaction may come to. */
@FunctionalInterface
public interface Outcomes {

    /** Whether each code may still be chosen, in the order of the list; true: offered, false: retired. */
    Map<String, Boolean> present();

    /** What may be chosen. */
    default List<String> offered() {
        return present().entrySet().stream().filter(Map.Entry::getValue).map(Map.Entry::getKey).toList();
    }
}
