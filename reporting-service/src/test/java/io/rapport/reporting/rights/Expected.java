package io.rapport.reporting.rights;

import io.rapport.contracts.rights.Role;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * What a caller of a role is to see of records that stand so to him. Written by hand after the rules that people agreed
 * on, not made from the table that the services read.
 *
 * @param rows     customers, contacts, opportunities and orders
 * @param talks    interactions and tasks
 * @param contacts how contact data is seen where the record is
 */
record Expected(Role role, Relation relation, boolean rows, boolean talks, Sight contacts, Sight money, Sight text,
        boolean writes, boolean writesTalks, boolean assigns, boolean exports) {

    enum Relation { OWN, TEAM, TREE, OTHER, UNOWNED }

    enum Sight { FULL, MASKED, HIDDEN }

    /** What is said, and what is to be done. */
    static final Set<String> TALKS = Set.of("interaction", "task");

    private static final String TABLE = """
            role          relation rows talks contacts money  text   writes writesTalks assigns exports
            rep           OWN      yes  yes   FULL     FULL   FULL   yes    yes         no      yes
            rep           TEAM     yes  no    MASKED   HIDDEN HIDDEN no     no          no      no
            rep           TREE     no   no    HIDDEN   HIDDEN HIDDEN no     no          no      no
            rep           OTHER    no   no    HIDDEN   HIDDEN HIDDEN no     no          no      no
            rep           UNOWNED  no   no    HIDDEN   HIDDEN HIDDEN no     no          no      no
            manager       OWN      yes  yes   FULL     FULL   FULL   yes    yes         yes     yes
            manager       TEAM     yes  yes   FULL     FULL   FULL   yes    yes         yes     yes
            manager       TREE     yes  yes   FULL     FULL   FULL   yes    yes         yes     yes
            manager       OTHER    no   no    HIDDEN   HIDDEN HIDDEN no     no          no      no
            manager       UNOWNED  yes  yes   FULL     FULL   FULL   yes    yes         yes     yes
            service       OWN      yes  yes   FULL     HIDDEN FULL   no     yes         no      no
            service       TEAM     yes  yes   FULL     HIDDEN FULL   no     no          no      no
            service       TREE     yes  yes   FULL     HIDDEN FULL   no     no          no      no
            service       OTHER    yes  yes   FULL     HIDDEN FULL   no     no          no      no
            service       UNOWNED  yes  yes   FULL     HIDDEN FULL   no     no          no      no
            marketer      OWN      yes  yes   MASKED   HIDDEN HIDDEN no     no          no      no
            marketer      TEAM     yes  yes   MASKED   HIDDEN HIDDEN no     no          no      no
            marketer      TREE     yes  yes   MASKED   HIDDEN HIDDEN no     no          no      no
            marketer      OTHER    yes  yes   MASKED   HIDDEN HIDDEN no     no          no      no
            marketer      UNOWNED  yes  yes   MASKED   HIDDEN HIDDEN no     no          no      no
            analyst       OWN      yes  yes   MASKED   FULL   HIDDEN no     no          no      no
            analyst       TEAM     yes  yes   MASKED   FULL   HIDDEN no     no          no      no
            analyst       TREE     yes  yes   MASKED   FULL   HIDDEN no     no          no      no
            analyst       OTHER    yes  yes   MASKED   FULL   HIDDEN no     no          no      no
            analyst       UNOWNED  yes  yes   MASKED   FULL   HIDDEN no     no          no      no
            administrator OWN      yes  yes   FULL     FULL   FULL   yes    yes         yes     yes
            administrator TEAM     yes  yes   FULL     FULL   FULL   yes    yes         yes     yes
            administrator TREE     yes  yes   FULL     FULL   FULL   yes    yes         yes     yes
            administrator OTHER    yes  yes   FULL     FULL   FULL   yes    yes         yes     yes
            administrator UNOWNED  yes  yes   FULL     FULL   FULL   yes    yes         yes     yes
            integration   OWN      yes  yes   FULL     FULL   FULL   yes    yes         yes     no
            integration   TEAM     yes  yes   FULL     FULL   FULL   yes    yes         yes     no
            integration   TREE     yes  yes   FULL     FULL   FULL   yes    yes         yes     no
            integration   OTHER    yes  yes   FULL     FULL   FULL   yes    yes         yes     no
            integration   UNOWNED  yes  yes   FULL     FULL   FULL   yes    yes         yes     no
            """;

    static List<Expected> all() {
        return TABLE.lines().skip(1).map(line -> line.split(" +")).map(Expected::of).toList();
    }

    private static Expected of(String[] cells) {
        return new Expected(Role.of(cells[0]).orElseThrow(), Relation.valueOf(cells[1]), yes(cells[2]), yes(cells[3]),
                Sight.valueOf(cells[4]), Sight.valueOf(cells[5]), Sight.valueOf(cells[6]), yes(cells[7]), yes(cells[8]),
                yes(cells[9]), yes(cells[10]));
    }

    private static boolean yes(String cell) {
        return cell.equals("yes");
    }

    boolean sees(String kind) {
        return TALKS.contains(kind) ? talks : rows;
    }

    boolean changes(String kind) {
        return TALKS.contains(kind) ? writesTalks : writes;
    }

    /** How a class of fields is seen in a record of this kind. */
    Sight of(String fields) {
        return switch (fields) {
            case "contactData" -> contacts;
            case "money" -> money;
            case "text" -> text;
            default -> Sight.FULL;
        };
    }

    /** Whether callers of the role see the class as it is in any record at all. */
    boolean everFull(String fields) {
        return all().stream().anyMatch(other -> other.role == role && other.of(fields) == Sight.FULL);
    }

    boolean everExports() {
        return Arrays.stream(Relation.values()).anyMatch(other -> all().stream()
                .anyMatch(expected -> expected.role == role && expected.relation == other && expected.exports));
    }

    @Override
    public String toString() {
        return role.code() + " " + relation;
    }
}
