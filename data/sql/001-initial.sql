-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Version 1 of the workspace file. Never edited once released: a later version is a file of its own.
--
-- Money is in minor units of the settings' currency, rates and shares in billionths, dates are ISO text, an unknown number is
-- NULL. Every record carries a SHA-256 of its fields (accord-record.h); rows that come in bulk share one per block.

-- What holds for the whole workspace: one record, id 1.
CREATE TABLE settings (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL,
  name TEXT NOT NULL,
  currency TEXT NOT NULL,
  decimals INTEGER NOT NULL,
  fiscal_start INTEGER NOT NULL,
  created TEXT NOT NULL CHECK (created IS date (created, '+0 days')),
  digest BLOB NOT NULL CHECK (length (digest) = 32),
  CHECK (id = 1)
) STRICT;

-- A territory: a region, a segment, a list of accounts. Who works it when is told by memberships.
CREATE TABLE territory (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  position INTEGER NOT NULL,
  digest BLOB NOT NULL CHECK (length (digest) = 32)
) STRICT;

-- Someone on the team, the leader too. A member who leaves gets a last day and stays in the file.
CREATE TABLE member (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  email TEXT NOT NULL,
  role TEXT NOT NULL,
  leader INTEGER NOT NULL CHECK (leader IN (0, 1)),
  started TEXT CHECK (started IS date (started, '+0 days')),
  "left" TEXT CHECK ("left" IS date ("left", '+0 days')),
  external TEXT NOT NULL,
  aliases TEXT NOT NULL,
  ramp TEXT NOT NULL,
  erased INTEGER NOT NULL CHECK (erased IN (0, 1)),
  digest BLOB NOT NULL CHECK (length (digest) = 32)
) STRICT;

-- Where a member belonged from when to when: reports of an old quarter use what held then.
CREATE TABLE membership (
  id INTEGER PRIMARY KEY,
  member INTEGER NOT NULL REFERENCES member (id),
  territory INTEGER REFERENCES territory (id),
  manager INTEGER REFERENCES member (id),
  starts TEXT CHECK (starts IS date (starts, '+0 days')),
  ends TEXT CHECK (ends IS date (ends, '+0 days')),
  share INTEGER,
  digest BLOB NOT NULL CHECK (length (digest) = 32)
) STRICT;
CREATE INDEX membership_by_member ON membership (member);
CREATE INDEX membership_by_territory ON membership (territory);
CREATE INDEX membership_by_manager ON membership (manager);

-- Time that a member is away: working days within it are not theirs.
CREATE TABLE leave (
  id INTEGER PRIMARY KEY,
  member INTEGER NOT NULL REFERENCES member (id),
  starts TEXT NOT NULL CHECK (starts IS date (starts, '+0 days')),
  ends TEXT CHECK (ends IS date (ends, '+0 days')),
  note TEXT NOT NULL,
  digest BLOB NOT NULL CHECK (length (digest) = 32)
) STRICT;
CREATE INDEX leave_by_member ON leave (member);

-- A day on which nobody of the team works.
CREATE TABLE holiday (
  id INTEGER PRIMARY KEY,
  day TEXT NOT NULL UNIQUE CHECK (day IS date (day, '+0 days')),
  name TEXT NOT NULL,
  digest BLOB NOT NULL CHECK (length (digest) = 32)
) STRICT;

-- A year that the team has planned.
CREATE TABLE plan_year (
  id INTEGER PRIMARY KEY,
  label INTEGER NOT NULL,
  starts TEXT NOT NULL CHECK (starts IS date (starts, '+0 days')),
  ends TEXT NOT NULL CHECK (ends IS date (ends, '+0 days')),
  team_target INTEGER,
  digest BLOB NOT NULL CHECK (length (digest) = 32),
  UNIQUE (label)
) STRICT;

-- A personal goal of a member for a plan year: what they want for themselves.
CREATE TABLE goal (
  id INTEGER PRIMARY KEY,
  member INTEGER NOT NULL REFERENCES member (id),
  year INTEGER NOT NULL,
  position INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('income', 'home', 'education', 'family', 'savings', 'travel', 'career', 'recognition', 'skill', 'health', 'other')),
  title TEXT NOT NULL,
  amount INTEGER,
  due TEXT CHECK (due IS date (due, '+0 days')),
  why TEXT NOT NULL,
  achieving TEXT NOT NULL,
  missing TEXT NOT NULL,
  obstacle TEXT NOT NULL,
  if_cue TEXT NOT NULL,
  then_action TEXT NOT NULL,
  visibility TEXT NOT NULL CHECK (visibility IN ('private', 'group', 'team')),
  progress INTEGER,
  achieved TEXT CHECK (achieved IS date (achieved, '+0 days')),
  digest BLOB NOT NULL CHECK (length (digest) = 32)
) STRICT;
CREATE INDEX goal_by_member ON goal (member);

-- Somebody in the small group that may see a goal.
CREATE TABLE goal_viewer (
  id INTEGER PRIMARY KEY,
  goal INTEGER NOT NULL REFERENCES goal (id),
  member INTEGER NOT NULL REFERENCES member (id),
  digest BLOB NOT NULL CHECK (length (digest) = 32),
  UNIQUE (goal, member)
) STRICT;
CREATE INDEX goal_viewer_by_goal ON goal_viewer (goal);
CREATE INDEX goal_viewer_by_member ON goal_viewer (member);

-- A dated line in the log of a goal.
CREATE TABLE goal_entry (
  id INTEGER PRIMARY KEY,
  goal INTEGER NOT NULL REFERENCES goal (id),
  day TEXT NOT NULL CHECK (day IS date (day, '+0 days')),
  progress INTEGER,
  amount INTEGER,
  note TEXT NOT NULL,
  digest BLOB NOT NULL CHECK (length (digest) = 32)
) STRICT;
CREATE INDEX goal_entry_by_goal ON goal_entry (goal);

-- How bookings turn into pay, for every member who is paid by it.
CREATE TABLE pay_terms (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  pay_kind TEXT NOT NULL CHECK (pay_kind IN ('flat', 'marginal', 'cliff')),
  pay_tiers TEXT NOT NULL,
  pay_threshold INTEGER,
  pay_cap INTEGER,
  digest BLOB NOT NULL CHECK (length (digest) = 32)
) STRICT;

-- A member's way from what they want to earn to what the year needs: the wizard's work, kept from the first keystroke, and where it was left. The promise that comes out of it is an AccordCommitment.
CREATE TABLE plan (
  id INTEGER PRIMARY KEY,
  member INTEGER NOT NULL REFERENCES member (id),
  year INTEGER NOT NULL,
  step INTEGER NOT NULL,
  income_goal INTEGER,
  base INTEGER,
  other_pay INTEGER,
  pay_terms INTEGER REFERENCES pay_terms (id),
  pay_kind TEXT NOT NULL CHECK (pay_kind IN ('flat', 'marginal', 'cliff')),
  pay_tiers TEXT NOT NULL,
  pay_threshold INTEGER,
  pay_cap INTEGER,
  average_deal INTEGER,
  win_rate INTEGER,
  meeting_rate INTEGER,
  outreach_rate INTEGER,
  weeks INTEGER,
  quota INTEGER,
  amount INTEGER,
  q1 INTEGER,
  q2 INTEGER,
  q3 INTEGER,
  q4 INTEGER,
  locks INTEGER NOT NULL,
  partner INTEGER REFERENCES member (id),
  because TEXT NOT NULL,
  digest BLOB NOT NULL CHECK (length (digest) = 32),
  UNIQUE (member, year)
) STRICT;
CREATE INDEX plan_by_member ON plan (member);
CREATE INDEX plan_by_partner ON plan (partner);
CREATE INDEX plan_by_pay_terms ON plan (pay_terms);

-- What the company assigns to a member for a period. A longer period's quota is the sum of what lies in it.
CREATE TABLE quota (
  id INTEGER PRIMARY KEY,
  member INTEGER NOT NULL REFERENCES member (id),
  starts TEXT NOT NULL CHECK (starts IS date (starts, '+0 days')),
  grain TEXT NOT NULL CHECK (grain IN ('day', 'week', 'month', 'quarter', 'year')),
  amount INTEGER NOT NULL,
  source TEXT NOT NULL CHECK (source IN ('typed', 'imported', 'computed')),
  digest BLOB NOT NULL CHECK (length (digest) = 32),
  UNIQUE (member, starts, grain)
) STRICT;
CREATE INDEX quota_by_member ON quota (member);

-- What a member promises for a plan year. Dated and versioned: a change is a new version with its reason, the old one stays.
CREATE TABLE commitment (
  id INTEGER PRIMARY KEY,
  member INTEGER NOT NULL REFERENCES member (id),
  year INTEGER NOT NULL,
  version INTEGER NOT NULL,
  quota INTEGER,
  amount INTEGER NOT NULL,
  q1 INTEGER NOT NULL,
  q2 INTEGER NOT NULL,
  q3 INTEGER NOT NULL,
  q4 INTEGER NOT NULL,
  partner INTEGER REFERENCES member (id),
  committed_on TEXT NOT NULL CHECK (committed_on IS date (committed_on, '+0 days')),
  because TEXT NOT NULL,
  reason TEXT NOT NULL,
  digest BLOB NOT NULL CHECK (length (digest) = 32),
  UNIQUE (member, year, version),
  CHECK (q1 + q2 + q3 + q4 = amount),
  CHECK (quota IS NULL OR amount >= quota),
  CHECK (partner IS NOT member)
) STRICT;
CREATE INDEX commitment_by_member ON commitment (member);
CREATE INDEX commitment_by_partner ON commitment (partner);

-- A card on the SWOT board of a plan year: the team's, or a territory's.
CREATE TABLE card (
  id INTEGER PRIMARY KEY,
  year INTEGER NOT NULL,
  territory INTEGER REFERENCES territory (id),
  quadrant TEXT NOT NULL CHECK (quadrant IN ('strength', 'weakness', 'opportunity', 'threat')),
  position INTEGER NOT NULL,
  title TEXT NOT NULL,
  detail TEXT NOT NULL,
  evidence TEXT NOT NULL,
  evidence_source TEXT NOT NULL,
  control TEXT NOT NULL CHECK (control IN ('ours', 'influence', 'outside')),
  impact INTEGER NOT NULL,
  likelihood INTEGER NOT NULL,
  audience TEXT NOT NULL CHECK (audience IN ('team', 'manager', 'hr')),
  digest BLOB NOT NULL CHECK (length (digest) = 32)
) STRICT;
CREATE INDEX card_by_territory ON card (territory);

-- A number that the team follows: a building block, or one of its key metrics.
CREATE TABLE metric (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  unit TEXT NOT NULL CHECK (unit IN ('count', 'money', 'percent', 'days', 'ratio')),
  direction TEXT NOT NULL CHECK (direction IN ('higher', 'lower', 'within')),
  cadence TEXT NOT NULL CHECK (cadence IN ('day', 'week', 'month', 'quarter', 'year')),
  rollup TEXT NOT NULL CHECK (rollup IN ('sum', 'mean', 'weighted-mean', 'last', 'ratio-of-sums')),
  leading INTEGER NOT NULL CHECK (leading IN (0, 1)),
  "key" INTEGER NOT NULL CHECK ("key" IN (0, 1)),
  territory INTEGER REFERENCES territory (id),
  definition TEXT NOT NULL,
  source_note TEXT NOT NULL,
  position INTEGER NOT NULL,
  digest BLOB NOT NULL CHECK (length (digest) = 32)
) STRICT;
CREATE INDEX metric_by_territory ON metric (territory);

-- What a member, or the team, commits to for a metric and a period. Versioned like a commitment.
CREATE TABLE target (
  id INTEGER PRIMARY KEY,
  member INTEGER REFERENCES member (id),
  metric INTEGER NOT NULL REFERENCES metric (id),
  starts TEXT NOT NULL CHECK (starts IS date (starts, '+0 days')),
  grain TEXT NOT NULL CHECK (grain IN ('day', 'week', 'month', 'quarter', 'year')),
  value INTEGER,
  upper INTEGER,
  version INTEGER NOT NULL,
  set_on TEXT CHECK (set_on IS date (set_on, '+0 days')),
  reason TEXT NOT NULL,
  digest BLOB NOT NULL CHECK (length (digest) = 32)
) STRICT;
-- The team's target has no member, and NULLs would never collide.
CREATE UNIQUE INDEX target_once ON target (coalesce (member, 0), metric, starts, grain, version);
CREATE INDEX target_by_member ON target (member);
CREATE INDEX target_by_metric ON target (metric);

-- Something that somebody is to do by a day: from a card, a conversation or a meeting. The whole product shares this one kind.
CREATE TABLE action (
  id INTEGER PRIMARY KEY,
  what TEXT NOT NULL,
  owner INTEGER REFERENCES member (id),
  due TEXT CHECK (due IS date (due, '+0 days')),
  done TEXT CHECK (done IS date (done, '+0 days')),
  outcome TEXT NOT NULL,
  metric INTEGER REFERENCES metric (id),
  card INTEGER REFERENCES card (id),
  conversation INTEGER REFERENCES conversation (id),
  audience TEXT NOT NULL CHECK (audience IN ('team', 'manager', 'hr')),
  digest BLOB NOT NULL CHECK (length (digest) = 32)
) STRICT;
CREATE INDEX action_by_owner ON action (owner);
CREATE INDEX action_by_metric ON action (metric);
CREATE INDEX action_by_card ON action (card);
CREATE INDEX action_by_conversation ON action (conversation);

-- A performance conversation, from its planning to the end of its record. Once sealed, its texts never change (accord-seal.h).
CREATE TABLE conversation (
  id INTEGER PRIMARY KEY,
  number INTEGER NOT NULL,
  member INTEGER NOT NULL REFERENCES member (id),
  kind TEXT NOT NULL CHECK (kind IN ('praise', 'coaching', 'shortfall', 'formal-warning', 'improvement-plan-review')),
  stage TEXT NOT NULL CHECK (stage IN ('planned', 'held', 'sealed', 'presented', 'acknowledged', 'acknowledged-with-comment', 'declined', 'closed', 'withdrawn')),
  planned TEXT CHECK (planned IS date (planned, '+0 days')),
  occurred TEXT CHECK (occurred IS date (occurred, '+0 days')),
  entered TEXT CHECK (entered IS date (entered, '+0 days')),
  participants TEXT NOT NULL,
  place TEXT NOT NULL,
  purpose TEXT NOT NULL,
  expectation TEXT NOT NULL,
  agreed_where TEXT NOT NULL,
  facts TEXT NOT NULL,
  impact TEXT NOT NULL,
  strengths TEXT NOT NULL,
  response TEXT NOT NULL,
  agreement TEXT NOT NULL,
  support TEXT NOT NULL,
  consequence TEXT NOT NULL,
  review TEXT CHECK (review IS date (review, '+0 days')),
  review_outcome TEXT NOT NULL,
  sealed TEXT NOT NULL,
  erased INTEGER NOT NULL CHECK (erased IN (0, 1)),
  digest BLOB NOT NULL CHECK (length (digest) = 32),
  UNIQUE (number)
) STRICT;
CREATE INDEX conversation_by_member ON conversation (member);

-- Later words to a sealed conversation, numbered; they never change either.
CREATE TABLE addendum (
  id INTEGER PRIMARY KEY,
  conversation INTEGER NOT NULL REFERENCES conversation (id),
  number INTEGER NOT NULL,
  entered TEXT NOT NULL CHECK (entered IS date (entered, '+0 days')),
  text TEXT NOT NULL,
  digest BLOB NOT NULL CHECK (length (digest) = 32),
  UNIQUE (conversation, number)
) STRICT;
CREATE INDEX addendum_by_conversation ON addendum (conversation);

-- A sealed conversation (accord-seal.h): the chain runs over the digests, so that texts and salts can be erased and it still verifies.
-- An addendum is a link of the chain of its own.
CREATE TABLE seal (
  sequence INTEGER PRIMARY KEY,
  conversation INTEGER NOT NULL REFERENCES conversation (id),
  addendum INTEGER REFERENCES addendum (id),
  sealed TEXT NOT NULL,
  previous BLOB NOT NULL CHECK (length (previous) = 32),
  digest BLOB NOT NULL UNIQUE CHECK (length (digest) = 32)
) STRICT;
CREATE UNIQUE INDEX seal_once ON seal (conversation, coalesce (addendum, 0));
CREATE INDEX seal_by_addendum ON seal (addendum);

CREATE TABLE seal_field (
  seal INTEGER NOT NULL REFERENCES seal (sequence),
  name TEXT NOT NULL,
  salt BLOB CHECK (salt IS NULL OR length (salt) = 16),
  digest BLOB NOT NULL CHECK (length (digest) = 32),
  PRIMARY KEY (seal, name)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER seal_stays BEFORE UPDATE ON seal
BEGIN
  SELECT RAISE (ABORT, 'sealed');
END;

CREATE TRIGGER seal_is_kept BEFORE DELETE ON seal
BEGIN
  SELECT RAISE (ABORT, 'sealed');
END;

-- Erasing a member takes the salts, so that the digests tell nothing; nothing else may change.
CREATE TRIGGER seal_field_stays BEFORE UPDATE ON seal_field
WHEN NEW.salt IS NOT NULL OR NEW.seal IS NOT OLD.seal OR NEW.name IS NOT OLD.name OR NEW.digest IS NOT OLD.digest
BEGIN
  SELECT RAISE (ABORT, 'sealed');
END;

CREATE TRIGGER seal_field_is_kept BEFORE DELETE ON seal_field
BEGIN
  SELECT RAISE (ABORT, 'sealed');
END;

-- The texts of a sealed conversation stay as they are, or go altogether when the member is erased.
CREATE TRIGGER sealed_conversation_stays BEFORE UPDATE ON conversation
WHEN OLD.sealed <> '' AND NOT (
  NEW.id IS OLD.id AND NEW.number IS OLD.number AND NEW.member IS OLD.member AND NEW.kind IS OLD.kind AND NEW.sealed IS OLD.sealed
  AND NEW.planned IS OLD.planned AND NEW.occurred IS OLD.occurred AND NEW.entered IS OLD.entered
  AND NEW.stage NOT IN ('planned', 'held')
  AND ((NEW.erased IS OLD.erased
        AND NEW.participants IS OLD.participants AND NEW.place IS OLD.place AND NEW.purpose IS OLD.purpose
        AND NEW.expectation IS OLD.expectation AND NEW.agreed_where IS OLD.agreed_where AND NEW.facts IS OLD.facts
        AND NEW.impact IS OLD.impact AND NEW.strengths IS OLD.strengths AND NEW.response IS OLD.response
        AND NEW.agreement IS OLD.agreement AND NEW.support IS OLD.support AND NEW.consequence IS OLD.consequence)
       OR (NEW.erased = 1
           AND NEW.participants || NEW.place || NEW.purpose || NEW.expectation || NEW.agreed_where || NEW.facts || NEW.impact
               || NEW.strengths || NEW.response || NEW.agreement || NEW.support || NEW.consequence = ''))
)
BEGIN
  SELECT RAISE (ABORT, 'sealed');
END;

CREATE TRIGGER sealed_conversation_is_kept BEFORE DELETE ON conversation
WHEN OLD.sealed <> ''
BEGIN
  SELECT RAISE (ABORT, 'sealed');
END;

-- An addendum goes when its conversation has been erased, and not before.
CREATE TRIGGER addendum_stays BEFORE UPDATE ON addendum
WHEN NEW.text <> '' OR NOT (SELECT erased FROM conversation WHERE id = OLD.conversation) OR NEW.conversation IS NOT OLD.conversation OR NEW.number IS NOT OLD.number OR NEW.entered IS NOT OLD.entered
BEGIN
  SELECT RAISE (ABORT, 'sealed');
END;

CREATE TRIGGER addendum_is_kept BEFORE DELETE ON addendum
BEGIN
  SELECT RAISE (ABORT, 'sealed');
END;

-- A file that was read in, with what became of its rows; import_row holds what each stored record was before, so that
-- the import can be taken back as a whole.
CREATE TABLE import (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('members', 'quotas', 'actuals', 'opportunities')),
  file TEXT NOT NULL,
  imported TEXT NOT NULL,
  read INTEGER NOT NULL,
  added INTEGER NOT NULL,
  updated INTEGER NOT NULL,
  skipped INTEGER NOT NULL,
  refused INTEGER NOT NULL,
  undone INTEGER NOT NULL CHECK (undone IN (0, 1)),
  digest BLOB NOT NULL CHECK (length (digest) = 32)
) STRICT;

CREATE TABLE import_row (
  id INTEGER PRIMARY KEY,
  import INTEGER NOT NULL REFERENCES import (id),
  position INTEGER NOT NULL,
  table_name TEXT NOT NULL,
  record INTEGER NOT NULL,
  "before" TEXT NOT NULL,
  "after" TEXT NOT NULL,
  digest BLOB NOT NULL CHECK (length (digest) = 32)
) STRICT;
CREATE INDEX import_row_by_import ON import_row (import);

-- How the columns of a kind of file are read, for the next file like it.
CREATE TABLE import_mapping (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('members', 'quotas', 'actuals', 'opportunities')),
  name TEXT NOT NULL,
  settings TEXT NOT NULL,
  digest BLOB NOT NULL CHECK (length (digest) = 32),
  UNIQUE (kind, name)
) STRICT;

-- What a metric came to, in billionths of its unit (minor units for money). A day number (Julian) instead of ISO text keeps a row
-- under 25 bytes; grain: 0 day, 1 week, 2 month, 3 quarter, 4 year; source: 0 typed, 1 imported, 2 computed.
CREATE TABLE actual (
  member INTEGER NOT NULL REFERENCES member (id),
  metric INTEGER NOT NULL REFERENCES metric (id),
  starts INTEGER NOT NULL,
  grain INTEGER NOT NULL CHECK (grain BETWEEN 0 AND 4),
  value INTEGER NOT NULL,
  source INTEGER NOT NULL CHECK (source BETWEEN 0 AND 2),
  PRIMARY KEY (member, metric, starts, grain)
) STRICT, WITHOUT ROWID;

CREATE TABLE opportunity (
  id INTEGER PRIMARY KEY,
  external TEXT NOT NULL UNIQUE,
  member INTEGER NOT NULL REFERENCES member (id),
  account TEXT NOT NULL,
  product TEXT NOT NULL,
  stage TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open', 'won', 'lost')),
  created TEXT CHECK (created IS date (created, '+0 days')),
  closed TEXT CHECK (closed IS date (closed, '+0 days')),
  amount INTEGER
) STRICT;
CREATE INDEX opportunity_by_member ON opportunity (member, closed);

-- Each import is a dated observation of an opportunity's stage; the first day a stage was seen is kept.
CREATE TABLE stage_observation (
  opportunity INTEGER NOT NULL REFERENCES opportunity (id),
  observed TEXT NOT NULL CHECK (observed IS date (observed, '+0 days')),
  stage TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open', 'won', 'lost')),
  PRIMARY KEY (opportunity, observed)
) STRICT, WITHOUT ROWID;

-- SHA-256 over a block of rows: actuals by member and 91 days (starts / 91), opportunities with their observations by 256 ids.
CREATE TABLE block_digest (
  kind TEXT NOT NULL CHECK (kind IN ('actual', 'opportunity')),
  member INTEGER NOT NULL,
  block INTEGER NOT NULL,
  digest BLOB NOT NULL CHECK (length (digest) = 32),
  PRIMARY KEY (kind, member, block)
) STRICT, WITHOUT ROWID;
