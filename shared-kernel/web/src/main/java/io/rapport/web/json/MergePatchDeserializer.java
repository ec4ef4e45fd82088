package io.rapport.web.json;

import io.rapport.contracts.refusal.Refusal;
import org.springframework.beans.factory.ObjectProvider;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

final class MergePatchDeserializer extends ValueDeserializer<MergePatch> {

    private final ObjectProvider<JsonMapper> mapper;

    /**
     * @param mapper asked for late: this reader is itself a part of it
     */
    MergePatchDeserializer(ObjectProvider<JsonMapper> mapper) {
        this.mapper = mapper;
    }

    @Override
    public MergePatch deserialize(JsonParser parser, DeserializationContext context) {
        JsonNode json = context.readTree(parser);
        if (json instanceof ObjectNode object) {
            return new MergePatch(object, mapper.getObject());
        }
        // RFC 7396 would replace the whole record by it.
        throw Refusal.of(Refusal.Kind.INVALID, "", "expected-object");
    }
}
