-- Saved experiments. The same statements serve SQLite and PostgreSQL.
CREATE TABLE experiments (
    id              TEXT   NOT NULL PRIMARY KEY, -- a prefix of the hash of spec, see ExperimentId
    spec            TEXT   NOT NULL,             -- canonical text, as ExperimentCodec writes it
    edit_token_hash TEXT   NOT NULL,             -- SHA-256 of the edit token, hexadecimal
    saved_at        BIGINT NOT NULL              -- milliseconds since 1970-01-01 UTC
);
