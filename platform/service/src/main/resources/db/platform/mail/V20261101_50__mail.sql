-- Every mail that was asked for, written by the transaction that wants it sent; a job sends it after the commit.
CREATE TABLE mail (
    id          uuid        PRIMARY KEY,
    recipient   text        NOT NULL,
    subject     text        NOT NULL,
    text_body   text        NOT NULL,
    html_body   text,
    attachments jsonb       NOT NULL DEFAULT '[]',
    headers     jsonb       NOT NULL DEFAULT '{}',
    state       text        NOT NULL DEFAULT 'queued' CHECK (state IN ('queued', 'sending', 'sent', 'dead')),
    attempts    int         NOT NULL DEFAULT 0,
    last_error  text,
    created_at  timestamptz NOT NULL DEFAULT now(),
    sent_at     timestamptz
);
-- Dead letters are looked for by state; sent mails, nearly all of them, are left out.
CREATE INDEX mail_unsent ON mail (state, created_at) WHERE state <> 'sent';
