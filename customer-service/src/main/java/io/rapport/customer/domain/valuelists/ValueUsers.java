package io.rapport.customer.domain.valuelists;

/** Knows how many records hold a value. */
@FunctionalInterface
public interface ValueUsers {

    /** Records that hold the value now, archived ones too; no record can begin to hold it before this command ends. */
    long count(ValueListName list, String code);
}
