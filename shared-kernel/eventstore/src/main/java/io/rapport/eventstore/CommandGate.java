package io.rapport.eventstore;

import java.util.Set;

import io.rapport.contracts.refusal.Refusal;
import io.rapport.contracts.rights.Role;
import io.rapport.web.signin.Caller;

/**
 * Says whether somebody may ask something of a record, before the record itself decides whether it can be. A service has
 * at most one; without one everybody may everything. What the platform asks by itself passes no gate. Called within the
 * command's transaction, on any thread.
 */
public interface CommandGate {

    /** Lets everything pass. */
    CommandGate OPEN = new CommandGate() {
        @Override
        public Object toCreate(Object command, Caller caller) {
            return command;
        }

        @Override
        public void toChange(Object aggregateRoot, Object command, Caller caller) {
            // Open.
        }
    };

    /** The roles of a caller, for rules about new records that ask for them: what his token says unless more is known. */
    default Set<Role> rolesOf(Caller caller) {
        return caller.roles();
    }

    /**
     * Before a new record.
     *
     * @return the command, perhaps with what follows from who asks, such as the owner
     * @throws Refusal if the caller may not
     */
    Object toCreate(Object command, Caller caller);

    /**
     * Before a change, and before its expected version is compared: who may not see a record does not learn that it is
     * there.
     *
     * @param aggregateRoot as it is now
     * @throws Refusal if the caller may not
     */
    void toChange(Object aggregateRoot, Object command, Caller caller);
}
