package com.bookedbarber.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.Base64;

/** The private key this machine's user-service signs tokens with: made once, readable by its owner only. */
final class SigningKey {

    private static final int BITS = 2048;

    private SigningKey() {}

    static Path in(Path folder) {
        var file = folder.resolve("signing.pem");
        if (Files.exists(file)) {
            return file;
        }
        try {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, newKey());
            return file;
        } catch (IOException | GeneralSecurityException e) {
            throw new StackException("No signing key could be written to " + file + ": " + e.getMessage(), e);
        }
    }

    private static String newKey() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(BITS);
        var key = generator.generateKeyPair().getPrivate().getEncoded();
        return "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key)
                + "\n-----END PRIVATE KEY-----\n";
    }
}
