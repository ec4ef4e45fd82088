package io.rapport.contact.domain;

import io.rapport.customfields.CustomFields;

/** What administrators have settled about contacts, as far as it is known when a command is handled. */
public interface ContactSettings {

    CustomFields customFields();
}
