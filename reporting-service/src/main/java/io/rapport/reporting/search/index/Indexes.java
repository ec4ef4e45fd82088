package io.rapport.reporting.search.index;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.mapping.TypeMapping;
import co.elastic.clients.elasticsearch.indices.IndexSettings;
import co.elastic.clients.json.JsonData;
import io.rapport.reporting.intake.RecordKind;
import io.rapport.reporting.search.catalogue.Catalogues;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The indexes behind the aliases: one for each kind of record, made when missing, and made anew when the fields of lists
 * have become others: the intake notices another index and fills it. The service starts without waiting for Elasticsearch and makes them as soon as it answers.
 */
@Component
public class Indexes implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Indexes.class);
    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final String FIRST = "-000001";
    private static final String DEFINITION = "definition";

    private final IndexAccess access;
    private final ElasticsearchProperties properties;
    private final Set<RecordKind> ready = ConcurrentHashMap.newKeySet();
    private volatile Thread preparation;

    Indexes(IndexAccess access, ElasticsearchProperties properties) {
        this.access = access;
        this.properties = properties;
    }

    /** The alias that reads and writes of this kind go to. */
    public String alias(RecordKind kind) {
        return properties.indexPrefix() + kind.plural();
    }

    /**
     * Makes the index unless this service knows that it is there.
     *
     * @throws IndexUnavailable if Elasticsearch does not answer
     */
    void ensure(RecordKind kind) {
        if (!ready.contains(kind)) {
            synchronized (ready) {
                if (!ready.contains(kind)) {
                    access.call(client -> prepare(client, kind));
                    ready.add(kind);
                }
            }
        }
    }

    /** Forgets that indexes are there, because one of them was found missing. */
    void doubt() {
        ready.clear();
    }

    /** UUIDs of the indexes behind all aliases. */
    String identity() {
        StringBuilder identity = new StringBuilder();
        for (RecordKind kind : RecordKind.allListed()) {
            ensure(kind);
            identity.append(uuids(kind));
        }
        return identity.toString();
    }

    private String uuids(RecordKind kind) {
        try {
            return access.call(client -> client.indices().getSettings(get -> get.index(alias(kind))))
                    .settings().values().stream()
                    .map(state -> state.settings().index() == null ? state.settings().uuid() : state.settings().index().uuid())
                    .sorted().collect(Collectors.joining(",", kind.code() + "=", ";"));
        } catch (IndexUnavailable gone) {
            doubt();
            throw gone;
        }
    }

    /** Throws the indexes of all kinds away; they are made anew when somebody needs them. */
    void clear() {
        for (RecordKind kind : RecordKind.allListed()) {
            access.call(client -> {
                delete(client, kind);
                return null;
            });
        }
        doubt();
    }

    private void delete(ElasticsearchClient client, RecordKind kind) throws IOException {
        if (client.indices().existsAlias(exists -> exists.name(alias(kind))).value()) {
            List<String> names = List.copyOf(client.indices().getAlias(get -> get.name(alias(kind))).aliases().keySet());
            client.indices().delete(delete -> delete.index(names).ignoreUnavailable(true));
        }
    }

    private Void prepare(ElasticsearchClient client, RecordKind kind) throws IOException {
        TypeMapping columns = IndexDefinition.mapping(Catalogues.of(kind));
        String definition = IndexDefinition.digest(columns, Catalogues.of(kind));
        if (client.indices().existsAlias(exists -> exists.name(alias(kind))).value()) {
            if (isOf(definition, client, kind)) {
                return null;
            }
            log.info("The index of {} records was made by another version: it is made and filled anew", kind.code());
            delete(client, kind);
        }
        TypeMapping mapping = columns.rebuild().meta(DEFINITION, JsonData.of(definition)).build();
        IndexSettings settings = IndexDefinition.settings(properties);
        String name = alias(kind) + FIRST;
        try {
            client.indices().create(create -> create.index(name).mappings(mapping).settings(settings)
                    .aliases(alias(kind), alias -> alias.isWriteIndex(true)));
            log.info("Made index {}", name);
        } catch (ElasticsearchException exists) {
            if (!"resource_already_exists_exception".equals(exists.error().type())) {
                throw exists;
            }
        }
        return null;
    }

    private boolean isOf(String definition, ElasticsearchClient client, RecordKind kind) throws IOException {
        return client.indices().getMapping(get -> get.index(alias(kind))).mappings().values().stream().allMatch(index ->
                index.mappings().meta().containsKey(DEFINITION)
                        && index.mappings().meta().get(DEFINITION).to(String.class).equals(definition));
    }

    @Override
    public void start() {
        preparation = Thread.ofVirtual().name("search-indexes").start(this::prepareAll);
    }

    private void prepareAll() {
        boolean told = false;
        while (!Thread.currentThread().isInterrupted()) {
            try {
                for (RecordKind kind : RecordKind.allListed()) {
                    ensure(kind);
                }
                return;
            } catch (IndexUnavailable notYet) {
                if (!told) {
                    log.info("Waiting for Elasticsearch at {}: {}", hosts(), notYet.getMessage());
                    told = true;
                }
                try {
                    Thread.sleep(RETRY);
                } catch (InterruptedException stopped) {
                    return;
                }
            } catch (RuntimeException fault) {
                if (!Thread.currentThread().isInterrupted()) {
                    log.error("The search indexes cannot be made", fault);
                }
                return;
            }
        }
    }

    private Collection<String> hosts() {
        return properties.uri().stream().map(uri -> uri.getHost() + ":" + uri.getPort()).toList();
    }

    @Override
    public void stop() {
        Thread running = preparation;
        preparation = null;
        if (running != null) {
            running.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return preparation != null;
    }
}
