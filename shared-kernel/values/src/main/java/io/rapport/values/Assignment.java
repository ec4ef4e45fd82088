package io.rapport.values;

import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Who looks after a record.
 *
 * @param owner user name; null when nobody
 * @param team  path of the owner's team such as {@code /east/shanghai}; null when unknown
 */
public record Assignment(String owner, String team) {

    /** How assignments are tidied, compared and merged. */
    public static final FactSheet<Assignment> SHEET = FactSheet.of(Assignment.class);

    /** Nobody looks after the record. */
    public static final Assignment NOBODY = new Assignment(null, null);

    private static final TextRule OWNER = TextRule.line(100);
    private static final Pattern TEAM = Pattern.compile("(/[^/\\p{Cntrl}\\s]{1,50}){1,10}");

    /**
     * The change that a full replacement of a record makes: who looks after it is no fact of it, and stays where the
     * replacement says nothing.
     */
    public Patch<Assignment> replacement() {
        Assignment wanted = SHEET.tidied(this);
        return wanted.equals(NOBODY) ? new Patch<>(NOBODY, Set.of()) : SHEET.replacement(wanted);
    }

    /** The assignment after a change. The team of the former owner says nothing about a new one. */
    public Assignment after(Patch<Assignment> patch) {
        Assignment merged = SHEET.merge(this, SHEET.effective(this, patch));
        boolean teamStands = Objects.equals(owner, merged.owner) || patch.changed().team() != null;
        return teamStands ? merged : new Assignment(merged.owner, null);
    }

    /** Adds what {@link TextRule} finds to {@code owner} and {@code team-invalid} to {@code team}. */
    public void check(FieldErrors errors) {
        OWNER.check("owner", owner, errors);
        if (team != null && !TEAM.matcher(team).matches()) {
            errors.add("team", "team-invalid");
        }
    }
}
