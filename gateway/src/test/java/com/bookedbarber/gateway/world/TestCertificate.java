package com.bookedbarber.gateway.world;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * A certificate of {@code localhost} that nobody but its own clients trusts, made by the JDK's keytool.
 *
 * @param certificate PEM file of the certificate
 * @param key PEM file of its key
 * @param trusting what a client that trusts it connects with
 */
public record TestCertificate(Path certificate, Path key, SSLContext trusting) {

    private static final String ALIAS = "gateway";
    private static final String PASSWORD = "only-for-this-test";

    /** Makes one. */
    public static TestCertificate in(Path folder) throws Exception {
        KeyStore made = generate(folder.resolve("store.p12"));
        Path certificate = pem(folder, "CERTIFICATE", made.getCertificate(ALIAS).getEncoded());
        Path key = pem(
                folder,
                "PRIVATE KEY",
                made.getKey(ALIAS, PASSWORD.toCharArray()).getEncoded());
        return new TestCertificate(certificate, key, trusting(made));
    }

    private static KeyStore generate(Path store) throws Exception {
        Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        String options = "-genkeypair -alias " + ALIAS + " -keyalg RSA -keysize 2048 -dname CN=localhost"
                + " -ext san=dns:localhost -validity 2 -storetype PKCS12 -storepass " + PASSWORD;
        List<String> command = new ArrayList<>(List.of(keytool.toString(), "-keystore", store.toString()));
        command.addAll(List.of(options.split(" ")));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(said);
        }
        KeyStore made = KeyStore.getInstance("PKCS12");
        try (InputStream file = Files.newInputStream(store)) {
            made.load(file, PASSWORD.toCharArray());
        }
        return made;
    }

    private static Path pem(Path folder, String what, byte[] content) throws IOException {
        return Files.writeString(
                folder.resolve(what.replace(' ', '-') + ".pem"),
                "-----BEGIN " + what + "-----\n" + Base64.getMimeEncoder().encodeToString(content) + "\n-----END "
                        + what + "-----\n");
    }

    private static SSLContext trusting(KeyStore made) throws GeneralSecurityException, IOException {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry(ALIAS, made.getCertificate(ALIAS));
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }
}
