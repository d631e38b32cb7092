package io.github.kustomerconnector.plainruntime;

import java.io.IOException;
import java.io.OutputStream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** A connector runtime with the connectors on its class path. It runs until its standard input ends. */
@SpringBootApplication
public class PlainRuntime {

    /** Starts the runtime. */
    public static void main(String[] arguments) throws IOException {
        SpringApplication.run(PlainRuntime.class, arguments);
        System.out.println("takes jobs");
        System.in.transferTo(OutputStream.nullOutputStream());
        Runtime.getRuntime().halt(0);
    }
}
