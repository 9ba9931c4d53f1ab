package com.bookedbarber.local;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code ./dev} tells people what it needs, in sentences. */
class DevScriptTest {

    private static final Path DEV = Path.of("../../dev").toAbsolutePath().normalize();

    /** A line such as {@code demo) demo "$@" ;;}. */
    private static final Pattern COMMAND = Pattern.compile("(?m)^    ([a-z-]+)\\) [a-z_]+(?: \"\\$@\")? ;;$");

    private static final List<String> TOOLS =
            List.of("sh", "sed", "head", "dirname", "basename", "mkdir", "rm", "chmod", "cat", "ls", "readlink");

    @TempDir
    Path folder;

    @Test
    void shouldListItsCommands() throws Exception {
        var help = run("help");

        assertThat(help.status).isZero();
        // Each of those that the script's last case knows.
        assertThat(COMMAND.matcher(Files.readString(DEV)).results().map(command -> command.group(1)))
                .contains("up", "demo", "test", "manifests", "native-check")
                .allSatisfy(command -> assertThat(help.output).containsPattern("(?m)^  " + command + "\\b"));
        assertThat(help.output).contains("up --infra");
    }

    @Test
    void shouldRefuseWhatItDoesNotKnow() throws Exception {
        var unknown = run("fly");

        assertThat(unknown.status).isEqualTo(1);
        assertThat(unknown.output).contains("There is no command \"fly\".");
    }

    @Test
    void shouldSayHowToGetMavenWhereThereIsNone() throws Exception {
        copyOfDev();

        var format = run("format");

        assertThat(format.status).isEqualTo(1);
        assertThat(format.output).contains("there is no mvn on the PATH").contains("maven.apache.org");
    }

    @Test
    void shouldFetchARecentMavenThroughAnOldOne() throws Exception {
        copyOfDev();
        executable("bin/mvn", """
                if [ "$1" = -v ]; then echo "Apache Maven 3.8.7"; exit; fi
                mkdir -p apache-maven-3.9.11/bin
                echo 'echo "recent Maven: $*"' >apache-maven-3.9.11/bin/mvn
                "$JAVA_HOME/bin/jar" cf apache-maven-3.9.11-bin.zip apache-maven-3.9.11
                rm -r apache-maven-3.9.11
                """);

        var format = run("format");

        assertThat(format.output)
                .contains("The installed Maven is 3.8.7; fetching 3.9.11")
                .contains("recent Maven: -q spotless:apply");
        assertThat(format.status).isZero();
    }

    private void copyOfDev() throws IOException {
        Files.copy(DEV, folder.resolve("dev"));
    }

    private void executable(String name, String script) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + script);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** With the tools of any system, and of Maven only what the test put into the folder. */
    private Outcome run(String command) throws IOException, InterruptedException {
        var dev = Files.exists(folder.resolve("dev")) ? folder.resolve("dev") : DEV;
        var builder = new ProcessBuilder("sh", dev.toString(), command).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("PATH", folder.resolve("bin") + ":" + systemToolsWithoutMaven());
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return new Outcome(process.exitValue(), output);
    }

    /** Only what the script uses, because a system's Maven may lie in the same folder as its sed. */
    private String systemToolsWithoutMaven() throws IOException {
        for (var tool : TOOLS) {
            var original = Files.exists(Path.of("/bin", tool)) ? Path.of("/bin", tool) : Path.of("/usr/bin", tool);
            executable("tools/" + tool, "exec " + original + " \"$@\"\n");
        }
        return folder.resolve("tools").toString();
    }

    private record Outcome(int status, String output) {}
}
