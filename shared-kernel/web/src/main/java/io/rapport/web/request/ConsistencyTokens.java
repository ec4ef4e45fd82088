package io.rapport.web.request;

import io.rapport.contracts.ConsistencyToken;
import io.rapport.web.problem.ProblemException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;

/**
 * The writes that a read wants to see, from the {@code Consistency-Token} header, as a controller argument; empty when
 * the request has none.
 */
public record ConsistencyTokens(List<ConsistencyToken> tokens) {

    private static final int MOST = 200;

    public ConsistencyTokens {
        tokens = List.copyOf(tokens);
    }

    /**
     * @throws ProblemException 400 when one is not a token, or there are more than 200
     */
    static ConsistencyTokens parse(Enumeration<String> headers) {
        List<ConsistencyToken> tokens = new ArrayList<>();
        for (String header : Collections.list(headers)) {
            for (String part : header.split(",")) {
                if (!part.isBlank()) {
                    tokens.add(ConsistencyToken.parse(part).orElseThrow(
                            () -> ProblemException.badRequest("consistency-token-malformed")));
                }
            }
        }
        if (tokens.size() > MOST) {
            throw ProblemException.badRequest("consistency-tokens-too-many", MOST);
        }
        return new ConsistencyTokens(tokens);
    }

    public boolean isEmpty() {
        return tokens.isEmpty();
    }
}
