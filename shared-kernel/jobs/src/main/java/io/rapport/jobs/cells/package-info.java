/** Turns the text of a cell, in the forms people use in spreadsheets, into dates, amounts and administered codes. */
package io.rapport.jobs.cells;
