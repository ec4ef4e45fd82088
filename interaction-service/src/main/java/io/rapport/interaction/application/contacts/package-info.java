/**
 * What this service knows of contacts, which another one owns: by which addresses they are known, and to whom they
 * belong. Filled from {@code crm.contact.v1}.
 */
package io.rapport.interaction.application.contacts;
