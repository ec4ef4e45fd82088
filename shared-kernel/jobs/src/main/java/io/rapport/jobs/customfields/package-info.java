/** Custom fields as columns of files. */
package io.rapport.jobs.customfields;
