package io.rapport.interaction;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The command side of interactions. */
@SpringBootApplication
public class InteractionServiceApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(InteractionServiceApplication.class, arguments);
    }
}
