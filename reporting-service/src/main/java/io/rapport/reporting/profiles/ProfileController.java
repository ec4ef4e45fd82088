package io.rapport.reporting.profiles;

import io.rapport.contracts.refusal.Refusal;
import io.rapport.web.request.ConsistencyTokens;
import io.rapport.web.request.RequestContext;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.util.Map;

/** The complete profile of one customer. */
@RestController
class ProfileController {

    private final Profiles profiles;

    ProfileController(Profiles profiles) {
        this.profiles = profiles;
    }

    @GetMapping("/api/customers/{id}/profile")
    ProfileAnswer profile(@PathVariable String id, @RequestParam Map<String, String> parameters,
            ConsistencyTokens tokens, RequestContext request) {
        // Whoever asks for the past or for some fields must not take this for the answer.
        parameters.keySet().stream().findFirst().ifPresent(name -> {
            throw Refusal.of(Refusal.Kind.UNREADABLE, name, "parameter-unknown", name);
        });
        return profiles.of(id, tokens, request);
    }
}
