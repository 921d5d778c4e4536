/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-board-rules.h"

#include "accord-record-checks.h"

#include <glib/gi18n.h>

struct _AccordBoardRules
{
  AccordRecord parent_instance;

  gint64 year;
  gint64 territory;
  gint64 votes_each;
  gboolean anonymous;
  gboolean covered;
};

G_DEFINE_FINAL_TYPE (AccordBoardRules, accord_board_rules, ACCORD_TYPE_RECORD)

static const AccordField fields[] = {
  ACCORD_FIELD (AccordBoardRules, year, "year", ACCORD_FIELD_INTEGER),
  ACCORD_FIELD (AccordBoardRules, territory, "territory", ACCORD_FIELD_REFERENCE),
  ACCORD_FIELD (AccordBoardRules, votes_each, "votes-each", ACCORD_FIELD_INTEGER),
  ACCORD_FIELD (AccordBoardRules, anonymous, "anonymous", ACCORD_FIELD_BOOLEAN),
  ACCORD_FIELD (AccordBoardRules, covered, "covered", ACCORD_FIELD_BOOLEAN),
};

static gboolean
accord_board_rules_validate (AccordRecord *record,
                             GError      **error)
{
  AccordBoardRules *self = ACCORD_BOARD_RULES (record);

  return accord_record_require_range (self->votes_each, 0, 99, _("Give each voter from 1 to 99 votes"), error);
}

static void
accord_board_rules_class_init (AccordBoardRulesClass *klass)
{
  AccordRecordClass *record_class = ACCORD_RECORD_CLASS (klass);

  record_class->validate = accord_board_rules_validate;
  accord_record_class_install (record_class, "board_rules", fields, G_N_ELEMENTS (fields));
}

static void
accord_board_rules_init (AccordBoardRules *self)
{
}

AccordBoardRules *
accord_board_rules_new (void)
{
  return g_object_new (ACCORD_TYPE_BOARD_RULES, NULL);
}

ACCORD_DEFINE_VALUE (AccordBoardRules, accord_board_rules, year, gint64)
ACCORD_DEFINE_VALUE (AccordBoardRules, accord_board_rules, territory, gint64)
ACCORD_DEFINE_VALUE (AccordBoardRules, accord_board_rules, votes_each, gint64)
ACCORD_DEFINE_VALUE (AccordBoardRules, accord_board_rules, anonymous, gboolean)
ACCORD_DEFINE_VALUE (AccordBoardRules, accord_board_rules, covered, gboolean)
