/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-ask-letter.h"

#include "accord-ask-query.h"
#include "accord-card.h"
#include "accord-quarter.h"
#include "accord-report.h"

#include <glib/gi18n.h>

/* What was asked of the department, and does not go out. */
typedef struct
{
  guint n_hr; /* because of cards that are for HR alone */
  guint n_drafts;
} LeftOut;

static void
set_nothing_error (const AccordAskLetter *self,
                   const LeftOut         *left_out,
                   GError               **error)
{
  if (left_out->n_hr > 0)
    g_set_error (error, ACCORD_REPORT_ERROR, ACCORD_REPORT_ERROR_NOTHING,
                 /* Translators: how many asks, a department, and a plan year */
                 ngettext ("There is nothing to save for %2$s in %3$s. %1$u ask comes from a card that is for HR "
                           "alone, and does not go out.",
                           "There is nothing to save for %2$s in %3$s. %1$u asks come from cards that are for HR "
                           "alone, and do not go out.",
                           left_out->n_hr),
                 left_out->n_hr, self->department, self->year);
  else if (left_out->n_drafts > 0)
    g_set_error (error, ACCORD_REPORT_ERROR, ACCORD_REPORT_ERROR_NOTHING,
                 /* Translators: a department, and a plan year */
                 _("What is asked of %1$s in %2$s is all a draft still, and drafts do not go out. "
                   "Give an ask the status “Asked” first."),
                 self->department, self->year);
  else
    g_set_error (error, ACCORD_REPORT_ERROR, ACCORD_REPORT_ERROR_NOTHING,
                 /* Translators: a department, and a plan year */
                 _("Nothing is asked of %1$s in %2$s."), self->department, self->year);
}

/* Fills the list. An ask is written for the department, so that one because of a manager's card goes out, but what is
 * for HR alone is not even hinted at. */
static LeftOut
collect (AccordAskLetter *self,
         AccordWorkspace *workspace,
         GListModel      *asks,
         gint64           year)
{
  LeftOut left_out = { 0 };

  for (guint i = 0; i < g_list_model_get_n_items (asks); i++)
    {
      g_autoptr (AccordAsk) ask = g_list_model_get_item (asks, i);
      AccordCard *card = accord_workspace_find (workspace, ACCORD_TYPE_CARD, accord_ask_get_card (ask));

      if (card == NULL || accord_card_get_year (card) != year
          || accord_ask_compare_departments (accord_ask_get_department (ask), self->department) != 0)
        continue;
      if (accord_card_get_audience (card) >= ACCORD_AUDIENCE_HR)
        left_out.n_hr++;
      else if (accord_ask_get_status (ask) == ACCORD_ASK_STATUS_DRAFT)
        left_out.n_drafts++;
      else
        g_ptr_array_add (self->asks, g_steal_pointer (&ask));
    }
  g_ptr_array_sort (self->asks, accord_ask_compare);

  return left_out;
}

AccordAskLetter *
accord_ask_letter_new (AccordWorkspace *workspace,
                       const char      *department,
                       gint64           year,
                       AccordDate       today,
                       GError         **error)
{
  AccordSettings *settings = accord_workspace_get_settings (workspace);
  g_autoptr (AccordAskLetter) self = NULL;
  GListModel *asks;
  LeftOut left_out;

  if (!accord_workspace_load_list (workspace, ACCORD_TYPE_CARD, error)
      || !(asks = accord_workspace_load_list (workspace, ACCORD_TYPE_ASK, error)))
    return NULL;

  self = g_new0 (AccordAskLetter, 1);
  self->team = g_strdup (accord_settings_get_name (settings));
  self->department = g_strstrip (g_strdup (department));
  self->year = accord_plan_year_format ((int) year, (int) accord_settings_get_fiscal_start (settings));
  self->currency = g_strdup (accord_settings_get_currency (settings));
  self->today = today;
  self->asks = g_ptr_array_new_with_free_func (g_object_unref);
  left_out = collect (self, workspace, asks, year);
  if (self->asks->len == 0)
    {
      set_nothing_error (self, &left_out, error);
      return NULL;
    }

  return g_steal_pointer (&self);
}

void
accord_ask_letter_free (AccordAskLetter *self)
{
  g_free (self->team);
  g_free (self->department);
  g_free (self->year);
  g_free (self->currency);
  g_ptr_array_unref (self->asks);
  g_free (self);
}

char *
accord_ask_letter_dup_title (const AccordAskLetter *self)
{
  /* Translators: the title of a file for a department: the team, the department, the plan year. */
  return g_strdup_printf (_("What %1$s asks of %2$s, %3$s"), self->team, self->department, self->year);
}
