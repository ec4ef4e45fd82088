package io.rapport.jobs;

import tools.jackson.databind.node.ObjectNode;

import java.util.List;

/**
 * The same change for many records. At least one part is given.
 *
 * @param set        fields as in a PATCH of one record; null when none are set
 * @param addTags    tags that each record is to have besides its own; empty when none
 * @param removeTags tags that no record is to have any more; empty when none
 * @param assignTo   user who is to own the records; null when the owner stays
 * @param archive    whether the records go out of use; then nothing else is given
 * @param reason     why, in the words of who asks; null where none is given
 */
public record BatchEdit(ObjectNode set, List<String> addTags, List<String> removeTags, String assignTo,
                        boolean archive, String reason) {

    public BatchEdit {
        addTags = addTags == null ? List.of() : List.copyOf(addTags);
        removeTags = removeTags == null ? List.of() : List.copyOf(removeTags);
    }

    boolean isEmpty() {
        return (set == null || set.isEmpty()) && addTags.isEmpty() && removeTags.isEmpty() && assignTo == null
                && !archive;
    }

    /** Whether it archives and does something else as well. */
    boolean contradictsItself() {
        return archive && !new BatchEdit(set, addTags, removeTags, assignTo, false, null).isEmpty();
    }
}
