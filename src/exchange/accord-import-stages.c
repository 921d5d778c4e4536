/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-import-stages.h"

#include <glib/gi18n.h>
#include <string.h>

#include "accord-import-words.h"

/* So many stages are named in a sentence. */
#define MAX_NAMED 20

typedef struct
{
  char *name;
  AccordOpportunityState state;
  AccordImportStageSource source;
  guint n;
} Stage;

struct _AccordImportStages
{
  AccordImportWork *work;
  GHashTable *cells; /* what a cell says to Stage */
  GPtrArray *stages; /* in the order of the file */
};

static void
stage_free (gpointer data)
{
  Stage *stage = data;

  g_free (stage->name);
  g_free (stage);
}

AccordImportStages *
accord_import_stages_new (AccordImportWork *work)
{
  AccordImportStages *self = g_new0 (AccordImportStages, 1);

  self->work = work;
  self->cells = g_hash_table_new (g_str_hash, g_str_equal);
  self->stages = g_ptr_array_new_with_free_func (stage_free);

  return self;
}

void
accord_import_stages_free (AccordImportStages *self)
{
  g_hash_table_unref (self->cells);
  g_ptr_array_unref (self->stages);
  g_free (self);
}

gboolean
accord_import_stage_guess (const char             *stage,
                           AccordOpportunityState *state)
{
  /* As accord_import_header_key() makes them, between blanks: English, German, French, Spanish, Dutch. */
  static const char won[] = " won closedwon wonclosed dealwon opportunitywon closewon gewonnen abgeschlossengewonnen"
                            " gewonnenabgeschlossen geschlossengewonnen geschlossenundgewonnen abgeschlossenundgewonnen gagne"
                            " gagnee closgagne fermegagne fermeegagnee closegagnee conclugagne ganado ganada cerradoganado"
                            " cerradaganada cierreganado geslotengewonnen afgeslotengewonnen ";
  static const char lost[] = " lost closedlost lostclosed deallost opportunitylost closelost verloren abgeschlossenverloren"
                             " verlorenabgeschlossen geschlossenverloren geschlossenundverloren abgeschlossenundverloren perdu"
                             " perdue closperdu fermeperdu fermeeperdue closeperdue perdido perdida cerradoperdido"
                             " cerradaperdida cierreperdido geslotenverloren afgeslotenverloren ";
  g_autofree char *key = accord_import_header_key (stage);
  g_autofree char *word = g_strdup_printf (" %s ", key);

  if (*key == '\0')
    return FALSE;
  if (strstr (won, word) != NULL)
    *state = ACCORD_OPPORTUNITY_WON;
  else if (strstr (lost, word) != NULL)
    *state = ACCORD_OPPORTUNITY_LOST;
  else
    return FALSE;

  return TRUE;
}

AccordOpportunityState
accord_import_stages_find (AccordImportStages *self,
                           const char         *name)
{
  Stage *stage = g_hash_table_lookup (self->cells, name);

  if (stage == NULL)
    {
      stage = g_new0 (Stage, 1);
      stage->name = g_strdup (name);
      stage->state = ACCORD_OPPORTUNITY_OPEN;
      stage->source = accord_import_options_get_stage (self->work->options, name, &stage->state) ? ACCORD_IMPORT_STAGE_SAID
                      : accord_import_stage_guess (name, &stage->state)                           ? ACCORD_IMPORT_STAGE_GUESSED
                                                                                                   : ACCORD_IMPORT_STAGE_ASSUMED;
      g_ptr_array_add (self->stages, stage);
      g_hash_table_insert (self->cells, stage->name, stage);
    }
  stage->n++;

  return stage->state;
}

/* said: by the options or by their words. */
static void
tell (AccordImportStages    *self,
      const char            *sentence,
      AccordOpportunityState state,
      gboolean               said)
{
  g_autoptr (GString) list = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < self->stages->len; i++)
    {
      const Stage *stage = g_ptr_array_index (self->stages, i);

      if (stage->state != state || (stage->source != ACCORD_IMPORT_STAGE_ASSUMED) != said)
        continue;
      if (n++ == MAX_NAMED)
        {
          g_string_append (list, ", …");
          break;
        }
      g_string_append_printf (list, "%s%s (%u)", list->len > 0 ? ", " : "", stage->name, stage->n);
    }
  if (n > 0)
    accord_import_work_find (self->work, g_strdup_printf ("%s: %s", sentence, list->str));
}

void
accord_import_stages_tell (AccordImportStages *self)
{
  for (guint i = 0; i < self->stages->len; i++)
    {
      const Stage *stage = g_ptr_array_index (self->stages, i);
      const AccordImportStage told = { accord_import_work_keep (self->work, stage->name), stage->state, stage->source,
                                       stage->n };

      g_array_append_val (self->work->plan->stages, told);
    }

  tell (self, _("Stages that are won"), ACCORD_OPPORTUNITY_WON, TRUE);
  tell (self, _("Stages that are lost"), ACCORD_OPPORTUNITY_LOST, TRUE);
  tell (self, _("Stages that are open"), ACCORD_OPPORTUNITY_OPEN, TRUE);
  tell (self, _("Stages that count as open, for their words do not say"), ACCORD_OPPORTUNITY_OPEN, FALSE);
}
