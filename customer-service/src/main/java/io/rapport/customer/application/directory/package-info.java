/** The directory as it stands: users and teams, kept as settings. */
package io.rapport.customer.application.directory;
