package com.bookedbarber.user.registration;

import com.bookedbarber.user.validation.OneLine;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Somebody who wants an account.
 *
 * @param password 8 to 128 characters
 * @param phone may be null
 * @param invitation the token of a shop's invitation, or null
 */
@Schema(examples = """
                {"email": "ann@example.com", "password": "correct horse battery", "name": "Ann Example"}
                """)
public record NewAccount(
        @NotBlank(message = "must be given")
        @Email(message = "must be an e-mail address")
        @Size(max = 254, message = "must have at most 254 characters")
        @OneLine
        String email,

        @NotNull(message = "must be given") @Size(min = 8, max = 128, message = "must have 8 to 128 characters")
        String password,

        @NotBlank(message = "must be given") @Size(max = 200, message = "must have at most 200 characters") @OneLine
        String name,

        @Size(max = 40, message = "must have at most 40 characters") @OneLine
        String phone,

        @Size(max = 200, message = "must have at most 200 characters")
        String invitation) {

    /** Blanks around the texts are dropped; a blank phone number is none. */
    public NewAccount {
        email = email == null ? null : email.strip();
        name = name == null ? null : name.strip();
        phone = phone == null || phone.isBlank() ? null : phone.strip();
        invitation = invitation == null || invitation.isBlank() ? null : invitation.strip();
    }

    @Override
    public String toString() {
        return "NewAccount[…]";
    }
}
