package io.rapport.customer.domain.sharing;

import io.rapport.contracts.refusal.Refusal;
import io.rapport.values.FieldErrors;

import java.util.Optional;

/** How it is decided about what people keep; what was removed is null. */
public final class Sharing {

    private Sharing() {
    }

    /**
     * A new definition as it is to be kept.
     *
     * @throws Refusal INVALID, or FORBIDDEN where the author may not share
     */
    public static <D extends Shareable<D>> D made(D asked, Author author) {
        check(asked);
        SharingPolicies.whatEverybodySeesIsKeptByThoseWhoMayShare(author, asked.shared());
        return asked.keptFor(author.name());
    }

    /**
     * A definition that takes the place of another; its owner and its kind stay.
     *
     * @return empty where nothing changes
     * @throws Refusal UNKNOWN, FORBIDDEN or INVALID
     */
    public static <D extends Shareable<D>> Optional<D> remade(D before, D asked, Author author) {
        SharingPolicies.itIsThere(before);
        SharingPolicies.itIsChangedByThoseItBelongsTo(author, before.owner(), before.shared());
        check(asked);
        D after = asked.keptFor(before.owner());
        if (after.equals(before)) {
            return Optional.empty();
        }
        SharingPolicies.whatEverybodySeesIsKeptByThoseWhoMayShare(author, after.shared());
        SharingPolicies.itsKindStays(before.recordKind(), after.recordKind());
        return Optional.of(after);
    }

    /** @throws Refusal UNKNOWN or FORBIDDEN where the author may not remove it */
    public static void allowRemoval(Shareable<?> before, Author author) {
        SharingPolicies.itIsThere(before);
        SharingPolicies.itIsChangedByThoseItBelongsTo(author, before.owner(), before.shared());
    }

    private static void check(Shareable<?> asked) {
        FieldErrors errors = new FieldErrors();
        SharingPolicies.itHasANameAndAKind(asked.name(), asked.recordKind(), errors);
        SharingPolicies.theFilterIsOfBoundedLength(asked.filter(), errors);
        asked.check(errors);
        errors.throwIfAny();
    }
}
