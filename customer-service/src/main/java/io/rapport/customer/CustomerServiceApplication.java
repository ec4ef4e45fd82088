package io.rapport.customer;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The command side of customers. */
@SpringBootApplication
public class CustomerServiceApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(CustomerServiceApplication.class, arguments);
    }
}
