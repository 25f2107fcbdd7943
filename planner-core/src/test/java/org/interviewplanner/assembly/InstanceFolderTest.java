package org.interviewplanner.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Assembles the instances of the folder INTERVIEWPLANNER_ASSEMBLY, if that is set. */
class InstanceFolderTest {

    @Test
    void decidesEveryInstanceOfTheFolder() throws IOException {
        String folder = System.getenv("INTERVIEWPLANNER_ASSEMBLY");
        if (folder == null) {
            System.out.println("INTERVIEWPLANNER_ASSEMBLY is not set: no instances are assembled.");
        }
        assumeTrue(folder != null);
        try (var files = Files.walk(Path.of(folder))) {
            for (Path file :
                    files.filter(it -> it.toString().endsWith(".json")).sorted().toList()) {
                InstanceFile it = InstanceFile.read(file);

                Assembly answer = new Assembler().assemble(it.pool(), it.blueprint(), it.request());

                assertThat(answer).as(it.name()).isNotInstanceOf(Assembly.Undecided.class);
            }
        }
    }
}
