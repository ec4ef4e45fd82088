/** Whether what people keep fits the lists it is for. */
package io.rapport.customer.application.sharing;
