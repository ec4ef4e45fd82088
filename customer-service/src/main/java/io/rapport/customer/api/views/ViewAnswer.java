package io.rapport.customer.api.views;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapport.customer.application.settings.Setting;
import io.rapport.customer.domain.views.ViewDefinition;

import java.util.List;

/** A view as clients read it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ViewAnswer(String id, String name, String recordKind, String q, List<String> columns, String filter,
                  List<String> sort, boolean shared, String owner, long version) {

    static ViewAnswer of(Setting<ViewDefinition> view) {
        ViewDefinition definition = view.definition();
        return new ViewAnswer(view.id(), definition.name(), definition.recordKind(), definition.q(),
                definition.columns(), definition.filter(), definition.sort(), definition.shared(), definition.owner(),
                view.version());
    }
}
