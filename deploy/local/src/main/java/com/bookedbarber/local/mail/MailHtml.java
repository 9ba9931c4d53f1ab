package com.bookedbarber.local.mail;

import java.util.List;
import java.util.stream.Collectors;

/** The page that lists kept mail. */
final class MailHtml {

    private static final String PAGE = """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <title>Kept mail</title>
            <style>
            body { font: 1rem/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem;
                   color: #222; background: #fff }
            details { border-top: 1px solid #ccc; padding: .5rem 0 }
            summary { cursor: pointer }
            small { color: #555 }
            pre { white-space: pre-wrap; background: #f4f4f4; padding: 1rem }
            iframe { width: 100%%; height: 24rem; border: 1px solid #ccc }
            </style>
            </head>
            <body>
            <h1>Kept mail</h1>
            <p>What the local stack sent, newest first. Nothing is delivered to anybody. Programs read
            <code>/mail?to=&lt;address&gt;</code>.</p>
            %s
            </body>
            </html>
            """;

    private static final String MAIL = """
            <details>
            <summary>%s <small>to %s, %s</small></summary>
            %s%s%s
            </details>
            """;

    private MailHtml() {}

    static String page(List<KeptMail> mails) {
        var list = mails.stream().map(MailHtml::mail).collect(Collectors.joining());
        return PAGE.formatted(list.isEmpty() ? "<p>Nothing yet.</p>" : list);
    }

    private static String mail(KeptMail mail) {
        return MAIL.formatted(
                escape(mail.subject()),
                escape(mail.to()),
                mail.receivedAt(),
                mail.text().isBlank() ? "" : "<pre>" + escape(mail.text()) + "</pre>",
                // Sandboxed: a mail's HTML must not run scripts on this page.
                mail.html().isBlank()
                        ? ""
                        : "<iframe sandbox title=\"HTML\" srcdoc=\"" + escape(mail.html()) + "\"></iframe>",
                mail.attachments().stream().map(MailHtml::attachment).collect(Collectors.joining()));
    }

    private static String attachment(KeptMail.Attachment attachment) {
        return "<details><summary>" + escape(attachment.name()) + " <small>" + escape(attachment.type())
                + "</small></summary><pre>" + escape(attachment.content()) + "</pre></details>";
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
