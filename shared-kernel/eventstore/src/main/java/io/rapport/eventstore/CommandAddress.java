package io.rapport.eventstore;

import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Optional;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.axonframework.modelling.command.TargetAggregateVersion;

/**
 * Which record a command is for and the version it expects, read from its annotated fields. Axon's resolver searches the
 * class again for every command; here it is searched once.
 *
 * @param recordId        never null
 * @param expectedVersion Axon's sequence number, from 0; null when any version will do
 */
record CommandAddress(String recordId, Long expectedVersion) {

    private record Fields(Field recordId, Field expectedVersion) {
    }

    private static final ClassValue<Fields> FIELDS = new ClassValue<>() {
        @Override
        protected Fields computeValue(Class<?> type) {
            return new Fields(
                    annotated(type, TargetAggregateIdentifier.class).orElseThrow(() -> new IllegalArgumentException(
                            type.getName() + " has no field with @TargetAggregateIdentifier")),
                    annotated(type, TargetAggregateVersion.class).orElse(null));
        }
    };

    static CommandAddress of(Object command) {
        Fields fields = FIELDS.get(command.getClass());
        Object recordId = value(fields.recordId, command);
        if (recordId == null) {
            throw new IllegalArgumentException("a command without a record: " + command.getClass().getName());
        }
        return new CommandAddress(recordId.toString(),
                fields.expectedVersion == null ? null : (Long) value(fields.expectedVersion, command));
    }

    /** Whether a conflict with another writer is an answer to the sender rather than a reason to try again. */
    static boolean expectsVersion(Object command) {
        return annotated(command.getClass(), TargetAggregateVersion.class)
                .map(field -> value(field, command) != null).orElse(false);
    }

    private static Object value(Field field, Object command) {
        try {
            return field.get(command);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Optional<Field> annotated(Class<?> type, Class<? extends Annotation> annotation) {
        return Arrays.stream(type.getDeclaredFields())
                .filter(field -> field.isAnnotationPresent(annotation))
                .peek(field -> field.setAccessible(true))
                .findFirst();
    }
}
