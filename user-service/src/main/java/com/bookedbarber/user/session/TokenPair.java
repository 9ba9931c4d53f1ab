package com.bookedbarber.user.session;

/**
 * What somebody gets who signs in.
 *
 * @param expiresIn of the access token, in seconds
 */
public record TokenPair(String accessToken, String tokenType, long expiresIn, String refreshToken) {

    /** Hides the tokens from logs. */
    @Override
    public String toString() {
        return "TokenPair[…]";
    }
}
