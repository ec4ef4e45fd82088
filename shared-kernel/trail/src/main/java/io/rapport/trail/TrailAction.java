package io.rapport.trail;

/** What the trail tells of. Names are part of the contract: they may be added, never changed. */
public enum TrailAction {

    /** Phones, addresses and the like were shown in full. */
    CONTACT_DATA_SHOWN,
    EXPORTED,
    IMPORTED,
    BATCH_CHANGED,
    /** A batch or an import was taken back. */
    UNDONE,
    MERGED,
    UNMERGED,
    /** Two customers were said to be no duplicates of each other, or this was taken back. */
    TOLD_APART,
    /** A new customer was approved by a second person. */
    APPROVED,
    /** A new customer was sent back to who entered it. */
    SENT_BACK,
    RIGHTS_CHANGED,
    DIRECTORY_CHANGED,
    /** What an entry before this one tells of may not have happened: storing it failed after it was noted. */
    UNCONFIRMED,
    /** Somebody asked for what he may not do. */
    REFUSED
}
