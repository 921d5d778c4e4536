/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-card.h"

#include "accord-enums.h"
#include "accord-record-checks.h"

#include <glib/gi18n.h>

struct _AccordCard
{
  AccordRecord parent_instance;

  gint64 year;
  gint64 territory;
  AccordQuadrant quadrant;
  gint64 position;
  char *title;
  char *detail;
  char *evidence;
  char *evidence_source;
  AccordControl control;
  gint64 impact;
  gint64 likelihood;
  AccordAudience audience;
  gint64 author;
  gint64 merged_into;
  gint64 carried_from;
  AccordDate resolved;
  char *outcome;
};

G_DEFINE_FINAL_TYPE (AccordCard, accord_card, ACCORD_TYPE_RECORD)

static const AccordField fields[] = {
  ACCORD_FIELD (AccordCard, year, "year", ACCORD_FIELD_INTEGER),
  ACCORD_FIELD (AccordCard, territory, "territory", ACCORD_FIELD_REFERENCE),
  ACCORD_FIELD_ENUM_OF (AccordCard, quadrant, "quadrant", accord_quadrant_get_type),
  ACCORD_FIELD (AccordCard, position, "position", ACCORD_FIELD_INTEGER),
  ACCORD_FIELD (AccordCard, title, "title", ACCORD_FIELD_TEXT),
  ACCORD_FIELD (AccordCard, detail, "detail", ACCORD_FIELD_TEXT),
  ACCORD_FIELD (AccordCard, evidence, "evidence", ACCORD_FIELD_TEXT),
  ACCORD_FIELD (AccordCard, evidence_source, "evidence-source", ACCORD_FIELD_TEXT),
  ACCORD_FIELD_ENUM_OF (AccordCard, control, "control", accord_control_get_type),
  ACCORD_FIELD (AccordCard, impact, "impact", ACCORD_FIELD_INTEGER),
  ACCORD_FIELD (AccordCard, likelihood, "likelihood", ACCORD_FIELD_INTEGER),
  ACCORD_FIELD_ENUM_OF (AccordCard, audience, "audience", accord_audience_get_type),
  ACCORD_FIELD (AccordCard, author, "author", ACCORD_FIELD_REFERENCE),
  ACCORD_FIELD (AccordCard, merged_into, "merged-into", ACCORD_FIELD_REFERENCE),
  ACCORD_FIELD (AccordCard, carried_from, "carried-from", ACCORD_FIELD_REFERENCE),
  ACCORD_FIELD (AccordCard, resolved, "resolved", ACCORD_FIELD_DATE),
  ACCORD_FIELD (AccordCard, outcome, "outcome", ACCORD_FIELD_TEXT),
};

static gboolean
accord_card_validate (AccordRecord *record,
                      GError      **error)
{
  AccordCard *self = ACCORD_CARD (record);

  return accord_record_require (self->title, _("Write something on the card"), error)
         && accord_record_require_range (self->impact, 0, 5, _("Impact goes from 1 to 5"), error)
         && accord_record_require_range (self->likelihood, 0, 5, _("Likelihood goes from 1 to 5"), error);
}

static void
accord_card_class_init (AccordCardClass *klass)
{
  AccordRecordClass *record_class = ACCORD_RECORD_CLASS (klass);

  record_class->validate = accord_card_validate;
  accord_record_class_install (record_class, "card", fields, G_N_ELEMENTS (fields));
}

static void
accord_card_init (AccordCard *self)
{
}

AccordCard *
accord_card_new (void)
{
  return g_object_new (ACCORD_TYPE_CARD, NULL);
}

ACCORD_DEFINE_VALUE (AccordCard, accord_card, year, gint64)
ACCORD_DEFINE_VALUE (AccordCard, accord_card, territory, gint64)
ACCORD_DEFINE_VALUE (AccordCard, accord_card, quadrant, AccordQuadrant)
ACCORD_DEFINE_VALUE (AccordCard, accord_card, position, gint64)
ACCORD_DEFINE_TEXT (AccordCard, accord_card, title)
ACCORD_DEFINE_TEXT (AccordCard, accord_card, detail)
ACCORD_DEFINE_TEXT (AccordCard, accord_card, evidence)
ACCORD_DEFINE_TEXT (AccordCard, accord_card, evidence_source)
ACCORD_DEFINE_VALUE (AccordCard, accord_card, control, AccordControl)
ACCORD_DEFINE_VALUE (AccordCard, accord_card, impact, gint64)
ACCORD_DEFINE_VALUE (AccordCard, accord_card, likelihood, gint64)
ACCORD_DEFINE_VALUE (AccordCard, accord_card, audience, AccordAudience)
ACCORD_DEFINE_VALUE (AccordCard, accord_card, author, gint64)
ACCORD_DEFINE_VALUE (AccordCard, accord_card, merged_into, gint64)
ACCORD_DEFINE_VALUE (AccordCard, accord_card, carried_from, gint64)
ACCORD_DEFINE_VALUE (AccordCard, accord_card, resolved, AccordDate)
ACCORD_DEFINE_TEXT (AccordCard, accord_card, outcome)

const char *
accord_quadrant_get_label (AccordQuadrant quadrant)
{
  switch (quadrant)
    {
    case ACCORD_QUADRANT_STRENGTH:
      return _("Strengths");

    case ACCORD_QUADRANT_WEAKNESS:
      return _("Weaknesses");

    case ACCORD_QUADRANT_OPPORTUNITY:
      return _("Opportunities");

    case ACCORD_QUADRANT_THREAT:
      return _("Threats");

    default:
      g_return_val_if_reached ("");
    }
}

const char *
accord_control_get_label (AccordControl control)
{
  switch (control)
    {
    case ACCORD_CONTROL_OURS:
      return _("Ours");

    case ACCORD_CONTROL_INFLUENCE:
      return _("Can influence");

    case ACCORD_CONTROL_OUTSIDE:
      return _("Outside");

    default:
      g_return_val_if_reached ("");
    }
}

const char *
accord_audience_get_label (AccordAudience audience)
{
  switch (audience)
    {
    case ACCORD_AUDIENCE_TEAM:
      return _("Team");

    case ACCORD_AUDIENCE_MANAGER:
      return _("Manager");

    case ACCORD_AUDIENCE_HR:
      return _("HR");

    default:
      g_return_val_if_reached ("");
    }
}
