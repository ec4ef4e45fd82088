package io.rapport.web.request;

import io.rapport.contracts.ConsistencyToken;
import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** Answers that carry the headers which every write and every single record owe: {@code ETag}, {@code Consistency-Token}, {@code Location}. */
public final class Answers {

    public static final String CONSISTENCY_TOKEN = "Consistency-Token";
    public static final String DATA_LAG = "Data-Lag";

    private Answers() {
    }

    /**
     * 201 for a new record.
     *
     * @param location path of the record, such as {@code /api/customers/0198…}
     */
    public static <T> ResponseEntity<T> created(String location, ConsistencyToken token, T body) {
        return written(ResponseEntity.created(URI.create(location)), token).body(body);
    }

    /** 200 for a change that has something to say. */
    public static <T> ResponseEntity<T> changed(ConsistencyToken token, T body) {
        return written(ResponseEntity.ok(), token).body(body);
    }

    /** 204 for a change that has nothing to say. */
    public static <T> ResponseEntity<T> changed(ConsistencyToken token) {
        return changed(token, List.of());
    }

    /** 204 for a change of a record that changed others with it. */
    public static <T> ResponseEntity<T> changed(ConsistencyToken token, List<ConsistencyToken> others) {
        return written(ResponseEntity.status(HttpStatus.NO_CONTENT), token, others).build();
    }

    /** 200 for a change of a record that changed others with it, and has something to say. */
    public static <T> ResponseEntity<T> changed(ConsistencyToken token, List<ConsistencyToken> others, T body) {
        return written(ResponseEntity.ok(), token, others).body(body);
    }

    /**
     * 202 for long work.
     *
     * @param location path where its progress can be asked
     */
    public static <T> ResponseEntity<T> accepted(String location, T body) {
        return ResponseEntity.accepted().location(URI.create(location)).body(body);
    }

    /** 200 for one record that was read. */
    public static <T> ResponseEntity<T> read(long version, long dataLagMillis, T body) {
        return ResponseEntity.ok().eTag(etag(version)).header(DATA_LAG, Long.toString(dataLagMillis)).body(body);
    }

    public static String etag(long version) {
        return '"' + Long.toString(version) + '"';
    }

    private static ResponseEntity.BodyBuilder written(ResponseEntity.BodyBuilder answer, ConsistencyToken token) {
        return written(answer, token, List.of());
    }

    private static ResponseEntity.BodyBuilder written(ResponseEntity.BodyBuilder answer, ConsistencyToken token,
            List<ConsistencyToken> others) {
        return answer.eTag(etag(token.sequence())).header(CONSISTENCY_TOKEN, Stream.concat(Stream.of(token),
                others.stream()).map(ConsistencyToken::encoded).collect(Collectors.joining(", ")));
    }
}
