package io.rapport.customer.domain.orders;

/** Keeps order numbers unique, whatever case their letters have, in the transaction of the command. */
public interface OrderNumbers {

    /** A number that no other order has, reserved for this one. */
    String next(String orderId);

    /** Whether the number is now, or already was, reserved for this order; false when another has it. */
    boolean reserve(String number, String orderId);

    /** Frees a number that the order no longer has. */
    void release(String number, String orderId);
}
