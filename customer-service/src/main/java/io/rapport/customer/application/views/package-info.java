/** Views as they are now, and the question to reporting whether lists can be had so. */
package io.rapport.customer.application.views;
