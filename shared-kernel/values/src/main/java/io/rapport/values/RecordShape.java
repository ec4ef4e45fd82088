package io.rapport.values;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.List;

/** Takes records of one type apart and puts them together, component by component. */
final class RecordShape<T extends Record> {

    private final Class<T> type;
    private final List<RecordComponent> components;
    private final Constructor<T> constructor;

    RecordShape(Class<T> type) {
        this.type = type;
        this.components = List.of(type.getRecordComponents());
        Class<?>[] types = components.stream().map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            this.constructor = type.getDeclaredConstructor(types);
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException("a record without its canonical constructor: " + type, impossible);
        }
        constructor.setAccessible(true);
        components.forEach(component -> component.getAccessor().setAccessible(true));
    }

    int size() {
        return components.size();
    }

    String name(int component) {
        return components.get(component).getName();
    }

    Class<?> type(int component) {
        return components.get(component).getType();
    }

    T cast(Object value) {
        return type.cast(value);
    }

    Object[] values(T value) {
        Object[] values = new Object[components.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = call(components.get(i), value);
        }
        return values;
    }

    T create(Object[] values) {
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException refused) {
            throw asUnchecked(refused.getCause());
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Object call(RecordComponent component, Object value) {
        try {
            return component.getAccessor().invoke(value);
        } catch (InvocationTargetException failed) {
            throw asUnchecked(failed.getCause());
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static RuntimeException asUnchecked(Throwable cause) {
        return cause instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(cause);
    }
}
