package com.bookedbarber.user.invitation;

import com.bookedbarber.platform.identity.ShopRole;
import com.bookedbarber.user.validation.OneLine;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * Somebody who shall work in a shop.
 *
 * @param name how to greet somebody without an account; may be null
 */
public record NewStaffMember(
        @NotBlank(message = "must be given")
        @Email(message = "must be an e-mail address")
        @Size(max = 254, message = "must have at most 254 characters")
        @OneLine
        String email,

        @NotNull(message = "must be given") ShopRole role,

        @Size(max = 200, message = "must have at most 200 characters") @OneLine
        String name) {

    /** Blanks around the texts are dropped; a blank name is none. */
    public NewStaffMember {
        email = email == null ? null : email.strip();
        name = name == null || name.isBlank() ? null : name.strip();
    }
}
