package io.rapport.customer.api.segments;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapport.customer.application.settings.Setting;
import io.rapport.customer.domain.segments.SegmentDefinition;

/** A segment as clients read it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SegmentAnswer(String id, String name, String description, String recordKind, String filter, boolean shared,
                     String owner, long version) {

    static SegmentAnswer of(Setting<SegmentDefinition> segment) {
        SegmentDefinition definition = segment.definition();
        return new SegmentAnswer(segment.id(), definition.name(), definition.description(), definition.recordKind(),
                definition.filter(), definition.shared(), definition.owner(), segment.version());
    }
}
