/** Lists as files for people and their spreadsheets, of any length. */
package io.rapport.reporting.export;
