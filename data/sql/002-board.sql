-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- The SWOT board as a team works with it: cards that lie under one another, votes, pairs of cards and what is made of them, asks to
-- other departments, and what a year hands on to the next.

ALTER TABLE card ADD COLUMN author INTEGER REFERENCES member (id);
ALTER TABLE card ADD COLUMN merged_into INTEGER REFERENCES card (id);
ALTER TABLE card ADD COLUMN carried_from INTEGER REFERENCES card (id);
ALTER TABLE card ADD COLUMN resolved TEXT CHECK (resolved IS date (resolved, '+0 days'));
ALTER TABLE card ADD COLUMN outcome TEXT NOT NULL DEFAULT '';
CREATE INDEX card_by_author ON card (author);
CREATE INDEX card_by_merged_into ON card (merged_into);
CREATE INDEX card_by_carried_from ON card (carried_from);

-- What somebody gave a card, or a building block, when the team chose what matters most; without a member, by anonymous ballot.
CREATE TABLE vote (
  id INTEGER PRIMARY KEY,
  card INTEGER REFERENCES card (id),
  metric INTEGER REFERENCES metric (id),
  member INTEGER REFERENCES member (id),
  ballot INTEGER NOT NULL,
  count INTEGER NOT NULL CHECK (count > 0),
  digest BLOB NOT NULL CHECK (length (digest) = 32),
  CHECK ((card IS NULL) <> (metric IS NULL)),
  CHECK (ballot >= 0),
  CHECK ((member IS NULL) <> (ballot = 0))
) STRICT;
-- An anonymous vote has no member, and NULLs would never collide.
CREATE UNIQUE INDEX vote_once ON vote (coalesce (card, 0), coalesce (metric, 0), coalesce (member, 0), ballot);
CREATE INDEX vote_by_card ON vote (card);
CREATE INDEX vote_by_metric ON vote (metric);
CREATE INDEX vote_by_member ON vote (member);

-- Two cards that meet, one from inside and one from outside, and what the team makes of it.
CREATE TABLE strategy (
  id INTEGER PRIMARY KEY,
  year INTEGER NOT NULL,
  territory INTEGER REFERENCES territory (id),
  internal INTEGER NOT NULL REFERENCES card (id),
  external INTEGER NOT NULL REFERENCES card (id),
  text TEXT NOT NULL,
  position INTEGER NOT NULL,
  digest BLOB NOT NULL CHECK (length (digest) = 32),
  CHECK (internal <> external)
) STRICT;
CREATE INDEX strategy_by_territory ON strategy (territory);
CREATE INDEX strategy_by_internal ON strategy (internal);
CREATE INDEX strategy_by_external ON strategy (external);

ALTER TABLE action ADD COLUMN strategy INTEGER REFERENCES strategy (id);
CREATE INDEX action_by_strategy ON action (strategy);

-- What the team asks of another department because of a card, and what became of it.
CREATE TABLE ask (
  id INTEGER PRIMARY KEY,
  card INTEGER NOT NULL REFERENCES card (id),
  department TEXT NOT NULL,
  what TEXT NOT NULL,
  because TEXT NOT NULL,
  needed TEXT CHECK (needed IS date (needed, '+0 days')),
  status TEXT NOT NULL CHECK (status IN ('draft', 'asked', 'agreed', 'declined', 'done')),
  asked TEXT CHECK (asked IS date (asked, '+0 days')),
  reply TEXT NOT NULL,
  replied TEXT CHECK (replied IS date (replied, '+0 days')),
  digest BLOB NOT NULL CHECK (length (digest) = 32)
) STRICT;
CREATE INDEX ask_by_card ON ask (card);

-- How the team works on one board: how votes are given, and whether the cards lie covered.
CREATE TABLE board_rules (
  id INTEGER PRIMARY KEY,
  year INTEGER NOT NULL,
  territory INTEGER REFERENCES territory (id),
  votes_each INTEGER NOT NULL,
  anonymous INTEGER NOT NULL CHECK (anonymous IN (0, 1)),
  covered INTEGER NOT NULL CHECK (covered IN (0, 1)),
  digest BLOB NOT NULL CHECK (length (digest) = 32)
) STRICT;
CREATE UNIQUE INDEX board_rules_once ON board_rules (year, coalesce (territory, 0));
CREATE INDEX board_rules_by_territory ON board_rules (territory);
