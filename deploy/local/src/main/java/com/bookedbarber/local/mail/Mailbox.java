package com.bookedbarber.local.mail;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The last few thousand mails anybody was sent, newest first; gone when the stack stops. */
final class Mailbox {

    private static final int CAPACITY = 5_000;

    private final Deque<KeptMail> mails = new ArrayDeque<>();

    synchronized void keep(KeptMail mail) {
        mails.addFirst(mail);
        if (mails.size() > CAPACITY) {
            mails.removeLast();
        }
    }

    synchronized List<KeptMail> to(String address) {
        return mails.stream()
                .filter(mail -> mail.to().equalsIgnoreCase(address))
                .toList();
    }

    synchronized List<KeptMail> latest(int limit) {
        return mails.stream().limit(limit).toList();
    }

    synchronized void clear() {
        mails.clear();
    }
}
