package io.rapport.reporting.rights;

/**
 * What one caller may see of one kind of record: the restriction that every query adds before anything else. Made by
 * {@link VisibilityRules}, never by a controller.
 */
public sealed interface Visibility {

    /** Nothing at all: the query answers as if there were no records. */
    record Nothing() implements Visibility {
    }

    /** Records of every owner, narrowed by whether they are archived. */
    record All(ArchivedFilter archived) implements Visibility {
    }

    /** Whether a single record with this flag may be shown. */
    default boolean allows(boolean archived) {
        return switch (this) {
            case Nothing() -> false;
            case All(ArchivedFilter filter) -> switch (filter) {
                case INCLUDE -> true;
                case EXCLUDE -> !archived;
                case ONLY -> archived;
            };
        };
    }
}
