-- What its owner says of an experiment, where it comes from, and what the operator decided. Placeholders are the types
-- that SQLite and PostgreSQL call differently, see Database.
ALTER TABLE experiments ADD COLUMN parent TEXT;                        -- the id this is a fork of, even when that is gone
ALTER TABLE experiments ADD COLUMN forks BIGINT NOT NULL DEFAULT 0;    -- how often it was forked
ALTER TABLE experiments ADD COLUMN title TEXT;                         -- null: as the spec says
ALTER TABLE experiments ADD COLUMN notes TEXT;                         -- null: as the spec says
ALTER TABLE experiments ADD COLUMN tags TEXT NOT NULL DEFAULT '';      -- in order, separated by commas
ALTER TABLE experiments ADD COLUMN listed_at BIGINT;                   -- null: only who has the link finds it
ALTER TABLE experiments ADD COLUMN hidden_at BIGINT;                   -- null: not hidden by the operator
ALTER TABLE experiments ADD COLUMN sort_title TEXT ${binary} NOT NULL DEFAULT '';
ALTER TABLE experiments ADD COLUMN words TEXT NOT NULL DEFAULT '';     -- what a search looks through, in lower case

CREATE INDEX experiments_listed ON experiments (listed_at, id) WHERE listed_at IS NOT NULL;
CREATE INDEX experiments_by_title ON experiments (sort_title, id) WHERE listed_at IS NOT NULL;
CREATE INDEX experiments_by_forks ON experiments (forks, id) WHERE listed_at IS NOT NULL;
CREATE INDEX experiments_by_parent ON experiments (parent) WHERE parent IS NOT NULL;

CREATE TABLE experiment_tags (
    experiment_id TEXT NOT NULL REFERENCES experiments (id) ON DELETE CASCADE,
    tag           TEXT NOT NULL,
    PRIMARY KEY (tag, experiment_id)
);
CREATE INDEX experiment_tags_by_experiment ON experiment_tags (experiment_id);

CREATE TABLE reports (
    id            TEXT   NOT NULL PRIMARY KEY,
    experiment_id TEXT   NOT NULL,
    reason        TEXT   NOT NULL,
    reported_at   BIGINT NOT NULL
);
CREATE INDEX reports_by_time ON reports (reported_at);

-- Pictures can be drawn again, so they are in no export.
CREATE TABLE cards (
    experiment_id TEXT    NOT NULL PRIMARY KEY REFERENCES experiments (id) ON DELETE CASCADE,
    drawing       INTEGER NOT NULL, -- the version of the drawing code
    drawn_at      BIGINT  NOT NULL,
    card          ${bytes},         -- PNG; null: it cost too much
    thumbnail     ${bytes}          -- the same, small
);

-- When a client that paid for each request would have paid for all it made; lost at a crash, which harms nobody.
CREATE ${unlogged} TABLE rate_limits (
    client  TEXT   NOT NULL PRIMARY KEY,
    paid_at BIGINT NOT NULL -- milliseconds since 1970-01-01 UTC
);
