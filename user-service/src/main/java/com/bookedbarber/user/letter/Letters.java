package com.bookedbarber.user.letter;

import com.bookedbarber.platform.mail.Mail;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import java.util.List;

/**
 * The mails this service writes. Secrets stand in the fragment of links, which browsers keep from servers and their
 * logs.
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
                        "The link is good for three days. If you did not register, you need not do anything."),
                new Link("Verify my address", publicUrl + "/verify-email#token=" + token));
    }

    /** Lets somebody choose another password. */
    public Mail resetPassword(String email, String name, String token) {
        return write(
                email,
                "Choose a new password",
                name,
                List.of(
                        "Somebody, hopefully you, asked for a new password for your account.",
                        "The link is good for one hour. If it was not you, you need not do anything: your password stays."),
                new Link("Choose a new password", publicUrl + "/reset-password#token=" + token));
    }

    /** Tells somebody that their password was changed. */
    public Mail passwordChanged(String email, String name) {
        return write(
                email,
                "Your password was changed",
                name,
                List.of("The password of your account was changed just now, and other devices were signed out."),
                new Link("It was not me", publicUrl + "/forgot-password"));
    }

    /** Tells somebody with an account that they now work in a shop. */
    public Mail joined(String email, String name, String shop, String role) {
        return write(
                email,
                "You are now part of " + shop,
                name,
                List.of(
                        "You have been added to the staff of " + shop + " as " + role + ".",
                        "If this is a mistake, you can leave the shop at any time."),
                new Link("Open BookedBarber", publicUrl + "/"));
    }

    /** Invites somebody without an account to a shop; {@code name} may be null. */
    public Mail invited(String email, String name, String shop, String role, String token) {
        return write(
                email,
                "Join " + shop + " on BookedBarber",
                name == null ? email : name,
                List.of(
                        shop + " would like you to join its staff as " + role + ".",
                        "The link is good for seven days. If you do not know the shop, you need not do anything."),
                new Link("Accept the invitation", publicUrl + "/accept-invitation#token=" + token));
    }

    private Mail write(String email, String subject, String name, List<String> paragraphs, Link link) {
        return Mail.of(email, subject, fill(text, name, paragraphs, link), fill(html, name, paragraphs, link));
    }

    private static String fill(Template template, String name, List<String> paragraphs, Link link) {
        return template.data("name", name, "paragraphs", paragraphs, "link", link)
                .render();
    }

    /** Where a letter leads. */
    record Link(String label, String address) {}
}
