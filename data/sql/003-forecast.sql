-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- What members say a quarter will end at, and the accounts that the team wants to sell to.

-- What a member said on a day that the quarter will end at. A later figure is another row, and none is ever overwritten: what is
-- past is compared with what came of it.
CREATE TABLE forecast (
  id INTEGER PRIMARY KEY,
  member INTEGER NOT NULL REFERENCES member (id),
  starts TEXT NOT NULL CHECK (starts IS date (starts, '+0 days')),
  amount INTEGER NOT NULL CHECK (amount >= 0),
  made_on TEXT NOT NULL CHECK (made_on IS date (made_on, '+0 days')),
  note TEXT NOT NULL,
  digest BLOB NOT NULL CHECK (length (digest) = 32)
) STRICT;
CREATE INDEX forecast_by_member ON forecast (member);

-- The note goes when the member is erased; nothing else may change.
CREATE TRIGGER forecast_stays BEFORE UPDATE ON forecast
WHEN NEW.id IS NOT OLD.id OR NEW.member IS NOT OLD.member OR NEW.starts IS NOT OLD.starts OR NEW.amount IS NOT OLD.amount
  OR NEW.made_on IS NOT OLD.made_on OR NEW.note <> ''
BEGIN
  SELECT RAISE (ABORT, 'sealed');
END;

-- An account that the team has looked at, by the name that opportunities have for it. What SQL cannot tell to be one name, with
-- letters of other alphabets, accord-account-change.c does.
CREATE TABLE account (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL COLLATE NOCASE UNIQUE,
  ideal INTEGER NOT NULL CHECK (ideal IN (0, 1)),
  note TEXT NOT NULL,
  digest BLOB NOT NULL CHECK (length (digest) = 32)
) STRICT;
