package io.rapport.customer.domain.directory;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A team 团队. Teams form a tree: {@code /east/shanghai} is below {@code /east}.
 *
 * @param path   says where it stands and never changes
 * @param label  name by language tag: zh-CN, zh-TW, en; at least one
 * @param active false when nobody may be put into it any more
 */
public record TeamDefinition(String path, Map<String, String> label, boolean active) {

    public TeamDefinition {
        label = label == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(label));
    }

    /** The path of the team above; null at the top. */
    String above() {
        int last = path.lastIndexOf('/');
        return last <= 0 ? null : path.substring(0, last);
    }

    /** Whether this is the team above another, or higher. */
    boolean isAbove(String otherPath) {
        return otherPath.startsWith(path + '/');
    }

    TeamDefinition retired() {
        return new TeamDefinition(path, label, false);
    }
}
