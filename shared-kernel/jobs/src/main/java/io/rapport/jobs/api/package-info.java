/** Jobs over HTTP: progress, stop and resume, refused rows; and what the import endpoints of services have in common. */
package io.rapport.jobs.api;
