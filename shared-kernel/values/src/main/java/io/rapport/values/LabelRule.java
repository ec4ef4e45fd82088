package io.rapport.values;

import java.util.List;

/** What a list of short labels, such as tags, may hold. */
public final class LabelRule {

    private static final int MOST = 100;
    private static final TextRule LABEL = TextRule.line(50);

    private LabelRule() {
    }

    /**
     * Adds {@code too-many} to the list's field, or what {@link TextRule} finds to that of a label, such as
     * {@code tags[3]}.
     *
     * @param labels null passes
     */
    public static void check(String field, List<String> labels, FieldErrors errors) {
        if (labels == null) {
            return;
        }
        if (labels.size() > MOST) {
            errors.add(field, "too-many", MOST);
        }
        for (int i = 0; i < Math.min(labels.size(), MOST); i++) {
            LABEL.check(field + '[' + i + ']', labels.get(i), errors);
        }
    }
}
