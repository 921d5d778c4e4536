/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-strategy.h"

#include "accord-record-checks.h"

#include <glib/gi18n.h>

struct _AccordStrategy
{
  AccordRecord parent_instance;

  gint64 year;
  gint64 territory;
  gint64 internal;
  gint64 external;
  char *text;
  gint64 position;
};

G_DEFINE_FINAL_TYPE (AccordStrategy, accord_strategy, ACCORD_TYPE_RECORD)

static const AccordField fields[] = {
  ACCORD_FIELD (AccordStrategy, year, "year", ACCORD_FIELD_INTEGER),
  ACCORD_FIELD (AccordStrategy, territory, "territory", ACCORD_FIELD_REFERENCE),
  ACCORD_FIELD (AccordStrategy, internal, "internal", ACCORD_FIELD_REFERENCE),
  ACCORD_FIELD (AccordStrategy, external, "external", ACCORD_FIELD_REFERENCE),
  ACCORD_FIELD (AccordStrategy, text, "text", ACCORD_FIELD_TEXT),
  ACCORD_FIELD (AccordStrategy, position, "position", ACCORD_FIELD_INTEGER),
};

static gboolean
accord_strategy_validate (AccordRecord *record,
                          GError      **error)
{
  AccordStrategy *self = ACCORD_STRATEGY (record);

  return accord_record_require_range (self->internal, 1, G_MAXINT64, _("A strategy begins with a card from inside"),
                                      error)
         && accord_record_require_range (self->external, 1, G_MAXINT64, _("A strategy needs a card from outside"),
                                         error);
}

static void
accord_strategy_class_init (AccordStrategyClass *klass)
{
  AccordRecordClass *record_class = ACCORD_RECORD_CLASS (klass);

  record_class->validate = accord_strategy_validate;
  accord_record_class_install (record_class, "strategy", fields, G_N_ELEMENTS (fields));
}

static void
accord_strategy_init (AccordStrategy *self)
{
}

AccordStrategy *
accord_strategy_new (void)
{
  return g_object_new (ACCORD_TYPE_STRATEGY, NULL);
}

ACCORD_DEFINE_VALUE (AccordStrategy, accord_strategy, year, gint64)
ACCORD_DEFINE_VALUE (AccordStrategy, accord_strategy, territory, gint64)
ACCORD_DEFINE_VALUE (AccordStrategy, accord_strategy, internal, gint64)
ACCORD_DEFINE_VALUE (AccordStrategy, accord_strategy, external, gint64)
ACCORD_DEFINE_TEXT (AccordStrategy, accord_strategy, text)
ACCORD_DEFINE_VALUE (AccordStrategy, accord_strategy, position, gint64)
