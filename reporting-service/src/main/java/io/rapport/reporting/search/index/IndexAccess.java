package io.rapport.reporting.search.index;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.transport.TransportException;
import org.springframework.stereotype.Component;

import java.io.IOException;

/** Calls of Elasticsearch that tell "not now" from faults of ours. */
@Component
public class IndexAccess {

    private static final int NOT_FOUND = 404;
    private static final int TOO_MANY_REQUESTS = 429;

    private final ElasticsearchClient client;

    IndexAccess(ElasticsearchClient client) {
        this.client = client;
    }

    /** One call of the client. */
    @FunctionalInterface
    public interface Call<T> {

        T on(ElasticsearchClient client) throws IOException;
    }

    /**
     * @throws IndexUnavailable       if there is no answer, the cluster is too busy, or the index is not there (yet)
     * @throws ElasticsearchException if the request is wrong
     */
    public <T> T call(Call<T> call) {
        try {
            return call.on(client);
        } catch (ElasticsearchException refused) {
            if (refused.status() >= 500 || refused.status() == TOO_MANY_REQUESTS || refused.status() == NOT_FOUND) {
                throw new IndexUnavailable("Elasticsearch answers " + refused.status(), refused);
            }
            throw refused;
        } catch (TransportException noAnswer) {
            if (noAnswer.statusCode() >= 400 && noAnswer.statusCode() < 500 && noAnswer.statusCode() != NOT_FOUND) {
                throw new IllegalStateException("Elasticsearch refuses this client", noAnswer);
            }
            throw new IndexUnavailable("Elasticsearch does not answer", noAnswer);
        } catch (IOException noConnection) {
            throw new IndexUnavailable("Elasticsearch cannot be reached", noConnection);
        }
    }
}
