package io.rapport.eventstore.note;

/** The domain's port to reservations. */
public interface NoteNumbers {

    boolean take(String number, String noteId);
}
