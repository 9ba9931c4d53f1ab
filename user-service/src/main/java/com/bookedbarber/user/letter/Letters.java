package com.bookedbarber.user.letter;

import com.bookedbarber.platform.mail.Mail;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The mails this service writes. There are no pages to lead to: a letter names the route that takes its token. Tokens go
 * into bodies, never into addresses, which end up in histories and logs.
 */
@ApplicationScoped
public class Letters {

    private final Template text;
    private final Template html;
    private final String publicUrl;

    Letters(
            @Location("letter/letter.txt") Template text,
            @Location("letter/letter.html") Template html,
            @ConfigProperty(name = "bb.public-url") String publicUrl) {
        this.text = text;
        this.html = html;
        this.publicUrl = publicUrl.replaceAll("/+$", "");
    }

    /** Asks somebody to show that an address is theirs. */
    public Mail verifyEmail(String email, String name, String token) {
        return write(
                email,
                "Verify your e-mail address",
                name,
                List.of(
                        "Welcome to BookedBarber. Please show us that this address is yours.",
                        "The token below is good for three days. If you did not register, you need not do anything."),
                post("Verify your address", "verify-email", json("token", token)));
    }

    /** Lets somebody choose another password. */
    public Mail resetPassword(String email, String name, String token) {
        return write(
                email,
                "Choose a new password",
                name,
                List.of(
                        "Somebody, hopefully you, asked for a new password for your account.",
                        "The token below is good for one hour. If it was not you, you need not do anything: your password stays."),
                post("Choose a new password", "password/reset", json("token", token, "password", "…")));
    }

    /** Tells somebody that their password was changed. */
    public Mail passwordChanged(String email, String name) {
        return write(
                email,
                "Your password was changed",
                name,
                List.of("The password of your account was changed just now, and other devices were signed out."),
                post("If it was not you, ask for a new one", "password/forgot", json("email", "…")));
    }

    /** Tells somebody with an account that they now work in a shop. */
    public Mail joined(String email, String name, String shop, String role) {
        return write(
                email,
                "You are now part of " + shop,
                name,
                List.of(
                        "You have been added to the staff of " + shop + " as " + role + ".",
                        "If this is a mistake, you can leave the shop at any time."));
    }

    /** Invites somebody to a shop whom it cannot take on at once; {@code name} may be null. */
    public Mail invited(String email, String name, String shop, String role, String token) {
        return write(
                email,
                "Join " + shop + " on BookedBarber",
                name == null ? email : name,
                List.of(
                        shop + " would like you to join its staff as " + role + ".",
                        "The token below is good for seven days. If you do not know the shop, you need not do anything."),
                post("If you have an account, sign in and", "accept-invitation", json("token", token)),
                post(
                        "If you have none yet",
                        "register",
                        json("email", "…", "password", "…", "name", "…", "invitation", token)));
    }

    private Call post(String purpose, String route, String body) {
        return new Call(purpose, publicUrl + "/api/v1/auth/" + route, body);
    }

    /** Names and values in turn; none of them has anything to escape. */
    private static String json(String... members) {
        return IntStream.range(0, members.length / 2)
                .mapToObj(i -> "\"" + members[2 * i] + "\": \"" + members[2 * i + 1] + "\"")
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private Mail write(String email, String subject, String name, List<String> paragraphs, Call... calls) {
        return Mail.of(email, subject, fill(text, name, paragraphs, calls), fill(html, name, paragraphs, calls));
    }

    private static String fill(Template template, String name, List<String> paragraphs, Call... calls) {
        return template.data("name", name, "paragraphs", paragraphs, "calls", List.of(calls))
                .render();
    }

    /**
     * What can be done about a letter.
     *
     * @param address where to POST it
     * @param body the JSON to send; … stands for what only the reader knows
     */
    record Call(String purpose, String address, String body) {}
}
