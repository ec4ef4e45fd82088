/** Interactions out of files: mails, mailboxes, calendars and tables. */
package io.rapport.interaction.application.interactions.imports;
