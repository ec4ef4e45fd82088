package io.rapport.reporting.search.catalogue;

/** How the search box finds a record by one of its fields. */
public enum Found {

    /** Not at all. */
    NOT,

    /** As the record's main name: by any part, by its sound, and before records found otherwise. */
    AS_NAME,

    /** By any part and by its sound: places, persons, tags. */
    BY_SOUND,

    /** By its words, and by any part of what is written without spaces. */
    AS_TEXT,

    /** By its end or as a whole. */
    AS_CODE,

    /** By any three digits in a row. */
    AS_PHONE,

    /** By its beginning and its domain. */
    AS_EMAIL,

    /** By its host. */
    AS_WEBSITE
}
