package io.rapport.customer.api.segments;

import io.rapport.contracts.rights.Role;
import io.rapport.customer.api.sharing.ShareableCommands;
import io.rapport.customer.api.sharing.ShareableController;
import io.rapport.customer.application.segments.DefinedSegments;
import io.rapport.customer.application.settings.Setting;
import io.rapport.customer.application.sharing.ListChecks;
import io.rapport.customer.domain.segments.SegmentCommand;
import io.rapport.customer.domain.segments.SegmentDefinition;
import io.rapport.customer.domain.sharing.Author;
import io.rapport.eventstore.Commands;
import io.rapport.eventstore.http.RecordWrites;
import io.rapport.rights.autoconfiguration.CallerRights;
import io.rapport.web.json.MergePatch;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;
import java.util.Set;

/**
 * Segments: everybody's own and those that are shared. Which records a segment holds is asked of the lists, by
 * {@code ?segment=}.
 */
@RestController
@RequestMapping("/api/segments")
class SegmentController extends ShareableController<SegmentDefinition, SegmentRequest, SegmentAnswer> {

    private final ListChecks checks;

    SegmentController(DefinedSegments segments, ListChecks checks, Commands commands, CallerRights rights) {
        super(segments.present(), new SegmentCommands(), new RecordWrites(commands, "segment", "/api/segments"),
                rights, Set.of(Role.ADMINISTRATOR, Role.MARKETER));
        this.checks = checks;
    }

    @Override
    protected SegmentDefinition definition(SegmentRequest body) {
        return body.definition();
    }

    @Override
    protected SegmentRequest patched(SegmentDefinition before, MergePatch patch) {
        return SegmentRequest.patched(before, patch);
    }

    @Override
    protected SegmentAnswer answer(Setting<SegmentDefinition> segment) {
        return SegmentAnswer.of(segment);
    }

    @Override
    protected void check(SegmentDefinition segment, String language) {
        checks.check(segment.recordKind(), null, List.of(), segment.filter(), List.of(), language);
    }

    private record SegmentCommands() implements ShareableCommands<SegmentDefinition> {

        @Override
        public SegmentCommand make(String id, SegmentDefinition segment, Author author) {
            return new SegmentCommand.Define(id, segment, author);
        }

        @Override
        public SegmentCommand change(String id, Long expectedVersion, SegmentDefinition segment, Author author) {
            return new SegmentCommand.Redefine(id, expectedVersion, segment, author);
        }

        @Override
        public SegmentCommand remove(String id, Long expectedVersion, Author author) {
            return new SegmentCommand.Remove(id, expectedVersion, author);
        }
    }
}
