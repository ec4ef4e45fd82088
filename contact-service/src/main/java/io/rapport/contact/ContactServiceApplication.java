package io.rapport.contact;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The command side of contacts. */
@SpringBootApplication
public class ContactServiceApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(ContactServiceApplication.class, arguments);
    }
}
