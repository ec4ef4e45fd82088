package io.rapport.eventstore.storage;

import java.util.Optional;

import io.rapport.eventstore.StoredEventTypes;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;

/** Writes events and snapshots as JSON under their stored names; Axon's own tokens keep their class names. */
public final class StoredEventSerializer extends Jackson3Serializer {

    private static final String AXON = "org.axonframework.";
    private static final String META_DATA = MetaData.class.getName();

    private final StoredEventTypes types;

    StoredEventSerializer(StoredEventTypes types) {
        super(Jackson3Serializer.builder().jsonMapperBuilderCustomizer(StoredJson::configure));
        this.types = types;
    }

    @Override
    public SerializedType typeForClass(Class type) {
        Optional<StoredEventTypes.StoredType> stored = type == null ? Optional.empty() : types.typeOf(type);
        if (stored.isPresent()) {
            return new SimpleSerializedType(stored.get().name(), stored.get().revision());
        }
        if (type == null || type == Void.class || type == void.class || type.getName().startsWith(AXON)) {
            return super.typeForClass(type);
        }
        throw new SerializationException(type.getName() + " has no stored name: add it to StoredEventTypes");
    }

    @Override
    public Class<?> classForType(SerializedType type) {
        String name = type.getName();
        if (META_DATA.equals(name)) {
            return MetaData.class;
        }
        Optional<Class<?>> stored = types.classOf(name);
        if (stored.isPresent()) {
            return stored.get();
        }
        if (type.equals(SerializedType.emptyType()) || name.startsWith(AXON)) {
            return super.classForType(type);
        }
        throw new SerializationException("an event is stored as '" + name + "', a name this version does not know");
    }
}
