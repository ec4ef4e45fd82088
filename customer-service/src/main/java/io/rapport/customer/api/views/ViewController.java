package io.rapport.customer.api.views;

import io.rapport.contracts.rights.Role;
import io.rapport.customer.api.sharing.ShareableCommands;
import io.rapport.customer.api.sharing.ShareableController;
import io.rapport.customer.application.settings.Setting;
import io.rapport.customer.application.sharing.ListChecks;
import io.rapport.customer.application.views.SavedViews;
import io.rapport.customer.domain.sharing.Author;
import io.rapport.customer.domain.views.ViewCommand;
import io.rapport.customer.domain.views.ViewDefinition;
import io.rapport.eventstore.Commands;
import io.rapport.eventstore.http.RecordWrites;
import io.rapport.rights.autoconfiguration.CallerRights;
import io.rapport.web.json.MergePatch;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.util.Set;

/** Views: everybody's own and those that are shared. */
@RestController
@RequestMapping("/api/views")
class ViewController extends ShareableController<ViewDefinition, ViewRequest, ViewAnswer> {

    private final ListChecks checks;

    ViewController(SavedViews views, ListChecks checks, Commands commands, CallerRights rights) {
        super(views.present(), new ViewCommands(), new RecordWrites(commands, "view", "/api/views"),
                rights, Set.of(Role.ADMINISTRATOR, Role.MANAGER));
        this.checks = checks;
    }

    @Override
    protected ViewDefinition definition(ViewRequest body) {
        return body.definition();
    }

    @Override
    protected ViewRequest patched(ViewDefinition before, MergePatch patch) {
        return ViewRequest.patched(before, patch);
    }

    @Override
    protected ViewAnswer answer(Setting<ViewDefinition> view) {
        return ViewAnswer.of(view);
    }

    @Override
    protected void check(ViewDefinition view, String language) {
        checks.check(view.recordKind(), view.q(), view.columns(), view.filter(), view.sort(), language);
    }

    private record ViewCommands() implements ShareableCommands<ViewDefinition> {

        @Override
        public ViewCommand make(String id, ViewDefinition view, Author author) {
            return new ViewCommand.Save(id, view, author);
        }

        @Override
        public ViewCommand change(String id, Long expectedVersion, ViewDefinition view, Author author) {
            return new ViewCommand.Replace(id, expectedVersion, view, author);
        }

        @Override
        public ViewCommand remove(String id, Long expectedVersion, Author author) {
            return new ViewCommand.Remove(id, expectedVersion, author);
        }
    }
}
