package io.rapport.web;

import io.rapport.contracts.ConsistencyToken;
import io.rapport.contracts.Money;
import io.rapport.contracts.refusal.FieldError;
import io.rapport.contracts.refusal.Refusal;
import io.rapport.contracts.rights.Scope;
import io.rapport.web.json.MergePatch;
import io.rapport.web.request.Answers;
import io.rapport.web.request.ConsistencyTokens;
import io.rapport.web.request.IdempotencyKey;
import io.rapport.web.request.IfMatch;
import io.rapport.web.request.RequestContext;
import io.rapport.web.signin.Caller;
import io.rapport.web.signin.PathRules;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The smallest service that uses everything web offers. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import(TestService.Things.class)
class TestService {

    @Bean
    PathRules rules() {
        return PathRules.none()
                .allow(HttpMethod.GET, "/api/things/**", Scope.CUSTOMERS_READ)
                .allow(HttpMethod.POST, "/api/things/**", Scope.CUSTOMERS_WRITE)
                .allow(HttpMethod.PATCH, "/api/things/**", Scope.CUSTOMERS_WRITE)
                .allow(HttpMethod.POST, "/api/admin/**", Scope.ADMIN);
    }

    enum Level { NORMAL, HIGH }

    record Address(String city) {
    }

    record Thing(String name, Integer count, BigDecimal weight, Boolean open, LocalDate founded, Instant seen, Level level,
                 List<String> tags, Money revenue, Address address) {

        Thing {
            if ("forbidden name".equals(name)) {
                throw Refusal.invalid(List.of(FieldError.of("name", "not-accepted")));
            }
        }
    }

    @RestController
    @RequestMapping("/api/things")
    static class Things {

        @PostMapping
        ResponseEntity<Map<String, Object>> add(@RequestBody Thing thing, Optional<IdempotencyKey> key) {
            String digest = key.map(IdempotencyKey::digest).orElse("");
            return Answers.created("/api/things/7", new ConsistencyToken("thing", "7", 1), Map.of("id", "7", "digest", digest));
        }

        @PostMapping("/echo")
        Thing echo(@RequestBody Thing thing) {
            return thing;
        }

        @PatchMapping("/{id}")
        Map<String, Object> change(@PathVariable String id, @RequestBody MergePatch patch, IfMatch ifMatch) {
            patch.refuseClearing("name");
            Thing thing = patch.as(Thing.class);
            return Map.of("fields", patch.fields(), "cleared", patch.cleared(), "name", String.valueOf(thing.name()),
                    "version", String.valueOf(ifMatch.version()));
        }

        @PostMapping("/replace")
        void replace(IfMatch ifMatch) {
            ifMatch.required();
        }

        @GetMapping(value = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
        Map<String, Object> read(@PathVariable String id, Caller caller, ConsistencyTokens tokens) {
            return Map.of("name", caller.name(), "roles", caller.roles(), "team", String.valueOf(caller.team()),
                    "tokens", tokens.tokens().size());
        }

        @GetMapping("/search")
        Map<String, Object> search(@RequestParam int size) {
            return Map.of("size", size);
        }

        @GetMapping("/context")
        Map<String, Object> context(RequestContext context) {
            return Map.of("correlationId", context.correlationId(), "traceparent", String.valueOf(context.traceparent()),
                    "language", context.locale().toLanguageTag());
        }

        @GetMapping("/refused/{kind}")
        void refuse(@PathVariable Refusal.Kind kind) {
            throw Refusal.of(kind, "number", "outdated");
        }

        @GetMapping("/broken")
        void broken() {
            throw new IllegalStateException("select secret from inner_table");
        }

        @GetMapping("/broken-off")
        void brokenOff(HttpServletResponse response) throws IOException {
            response.getOutputStream().print("the beginning");
            response.flushBuffer();
            throw new IllegalStateException("select secret from inner_table");
        }

        @PostMapping("/import")
        Map<String, Object> upload(@RequestPart MultipartFile file, Optional<IdempotencyKey> key) {
            return Map.of("size", file.getSize(), "digest", key.map(IdempotencyKey::digest).orElse(""));
        }

        @GetMapping("/roles")
        Set<?> roles(Caller caller) {
            return caller.roles();
        }
    }
}
