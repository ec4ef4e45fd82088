package io.rapport.testing;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The public contracts of one producer, read from its class path folder such as {@code contracts/customer/v1}: for
 * each event type a JSON Schema {@code <type>.schema.json} and examples {@code <type>.example.json} or
 * {@code <type>.example-<what>.json}. Producers check that they send what they promise, consumers that they
 * understand every example.
 */
public final class ContractExamples {

    private static final String SCHEMA = ".schema.json";

    /** One example of the data of an event. */
    public record Example(String type, String name, String json) {
        @Override
        public String toString() {
            return name;
        }
    }

    private final String folder;
    private final SchemaRegistry schemas = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private ContractExamples(String folder) {
        this.folder = folder;
    }

    /** The contracts in a class path folder, named without a slash at either end. */
    public static ContractExamples in(String folder) {
        return new ContractExamples(folder);
    }

    /** All event types that have a schema, sorted. */
    public List<String> types() {
        return resources("*" + SCHEMA).stream().map(Resource::getFilename)
            .map(name -> name.substring(0, name.length() - SCHEMA.length())).sorted().toList();
    }

    /** All examples of all types, each checked for nothing yet. */
    public List<Example> examples() {
        List<Example> examples = new ArrayList<>();
        for (String type : types()) {
            for (Resource resource : resources(type + ".example*.json")) {
                examples.add(new Example(type, resource.getFilename(), text(resource)));
            }
        }
        return examples;
    }

    /**
     * What is wrong with the data of an event; empty when it is valid.
     *
     * @throws IllegalArgumentException when the type has no schema
     */
    public List<String> violations(String type, String json) {
        if (!types().contains(type)) {
            throw new IllegalArgumentException("No schema for " + type + " in " + folder);
        }
        Schema schema = schemas.getSchema(SchemaLocation.of("classpath:" + folder + "/" + type + SCHEMA));
        return schema.validate(json, InputFormat.JSON, context ->
                context.executionConfig(settings -> settings.formatAssertionsEnabled(true)))
            .stream().map(ContractExamples::describe).toList();
    }

    /** As {@link #violations(String, String)}, for data as it travels. */
    public List<String> violations(String type, byte[] json) {
        return violations(type, new String(json, StandardCharsets.UTF_8));
    }

    private static String describe(Error violation) {
        return violation.getInstanceLocation() + " " + violation.getMessage();
    }

    private List<Resource> resources(String pattern) {
        try {
            Resource[] found = new PathMatchingResourcePatternResolver()
                .getResources("classpath*:" + folder + "/" + pattern);
            return Arrays.stream(found).sorted(Comparator.comparing(Resource::getFilename)).toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String text(Resource resource) {
        try {
            return resource.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
