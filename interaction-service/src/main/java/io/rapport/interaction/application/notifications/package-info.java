/** What users are told of: tasks given to them, tasks that are due, customers that became theirs. */
package io.rapport.interaction.application.notifications;
