/** Tasks for the calendars of other programs. */
package io.rapport.interaction.application.calendar;
