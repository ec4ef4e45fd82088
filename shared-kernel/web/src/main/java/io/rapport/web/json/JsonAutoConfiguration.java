package io.rapport.web.json;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.rapport.contracts.Money;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/**
 * Strict JSON for the bodies that people and programs send: what is not exactly what was asked for is refused, never
 * bent into shape. Events between services are read tolerantly, with a mapper of their own.
 */
@AutoConfiguration(before = JacksonAutoConfiguration.class)
@Import(JsonTextAdvice.class)
public class JsonAutoConfiguration {

    @Bean
    JsonMapperBuilderCustomizer strictJson(ObjectProvider<JsonMapper> mapper) {
        return builder -> {
            builder.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                    .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                    .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                    .enable(JsonNodeFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                    .withAllConfigOverrides(all -> all.setDefaultNullHandling(
                            JsonSetter.Value.forContentNulls(Nulls.FAIL)))
                    .addModule(module(mapper))
                    .addModule(CustomValuesJson.module());
            refuseCoercion(builder);
        };
    }

    private static void refuseCoercion(JsonMapper.Builder builder) {
        builder.withCoercionConfigDefaults(all -> all.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail));
        builder.withCoercionConfig(LogicalType.Textual, text -> text
                .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail));
    }

    private static SimpleModule module(ObjectProvider<JsonMapper> mapper) {
        return new SimpleModule("rapport")
                .addSerializer(Money.class, new MoneyJson.Serializer())
                .addDeserializer(Money.class, new MoneyJson.Deserializer())
                .addDeserializer(LocalDate.class, TimeJson.date())
                .addDeserializer(Instant.class, TimeJson.instant())
                .addDeserializer(MergePatch.class, new MergePatchDeserializer(mapper));
    }
}
