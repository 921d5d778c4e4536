/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-import-stage-list.h"

#include <glib/gi18n.h>

/* More stages than this are rather another column. */
#define MAX_ROWS 60

struct _AccordImportStageList
{
  AdwBin parent_instance;

  AdwPreferencesGroup *group;
  GtkStringList *states; /* in the order of AccordOpportunityState */
  GPtrArray *rows;       /* of AdwComboRow; the stage is the "stage" of each, and its mark the "mark" */
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (AccordImportStageList, accord_import_stage_list, ADW_TYPE_BIN)

enum
{
  CHOSEN,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

static void
on_selected (AccordImportStageList *self,
             GParamSpec            *pspec,
             AdwComboRow           *row)
{
  guint selected = adw_combo_row_get_selected (row);

  if (!self->updating && selected <= ACCORD_OPPORTUNITY_LOST)
    g_signal_emit (self, signals[CHOSEN], 0, g_object_get_data (G_OBJECT (row), "stage"), (int) selected);
}

static GtkWidget *
stage_row_new (AccordImportStageList *self,
               const char            *stage)
{
  GtkWidget *row = adw_combo_row_new ();
  GtkWidget *mark = gtk_image_new_from_icon_name ("dialog-question-symbolic");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), stage);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (self->states));
  gtk_widget_add_css_class (mark, "warning");
  gtk_accessible_update_property (GTK_ACCESSIBLE (mark), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Not known"), -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), mark);
  g_object_set_data_full (G_OBJECT (row), "stage", g_strdup (stage), g_free);
  g_object_set_data (G_OBJECT (row), "mark", mark);
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (on_selected), self, G_CONNECT_SWAPPED);

  return row;
}

/* Whether the rows are those of the plan's stages. */
static gboolean
stage_list_fits (AccordImportStageList *self,
                 AccordImportPlan      *plan,
                 guint                  n)
{
  if (self->rows->len != n)
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      if (g_strcmp0 (g_object_get_data (g_ptr_array_index (self->rows, i), "stage"),
                     accord_import_plan_get_stage (plan, i)->name) != 0)
        return FALSE;
    }

  return TRUE;
}

static void
stage_row_show (AdwComboRow            *row,
                const AccordImportStage *stage)
{
  g_autofree char *number = g_strdup_printf ("%u", stage->n);
  /* Translators: how many opportunities are in a stage. */
  g_autofree char *count = g_strdup_printf (ngettext ("%s opportunity", "%s opportunities", stage->n), number);
  g_autofree char *subtitle = NULL;

  switch (stage->source)
    {
    case ACCORD_IMPORT_STAGE_GUESSED:
      /* Translators: %s is how many opportunities are in a stage. */
      subtitle = g_strdup_printf (_("%s, guessed from its name"), count);
      break;

    case ACCORD_IMPORT_STAGE_ASSUMED:
      /* Translators: %s is how many opportunities are in a stage. */
      subtitle = g_strdup_printf (_("%s, not known: counts as open"), count);
      break;

    case ACCORD_IMPORT_STAGE_SAID:
    default:
      /* Translators: %s is how many opportunities are in a stage. */
      subtitle = g_strdup_printf (_("%s, as you said"), count);
      break;
    }
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_visible (g_object_get_data (G_OBJECT (row), "mark"), stage->source == ACCORD_IMPORT_STAGE_ASSUMED);
  adw_combo_row_set_selected (row, stage->state);
}

static void
accord_import_stage_list_finalize (GObject *object)
{
  AccordImportStageList *self = ACCORD_IMPORT_STAGE_LIST (object);

  g_ptr_array_unref (self->rows);
  g_object_unref (self->states);

  G_OBJECT_CLASS (accord_import_stage_list_parent_class)->finalize (object);
}

static void
accord_import_stage_list_class_init (AccordImportStageListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = accord_import_stage_list_finalize;

  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_INT);
}

static void
accord_import_stage_list_init (AccordImportStageList *self)
{
  const char *const states[] = { C_ ("opportunity", "Open"), C_ ("opportunity", "Won"), C_ ("opportunity", "Lost"), NULL };

  self->states = gtk_string_list_new (states);
  self->rows = g_ptr_array_new ();
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->group, _("What the Stages Count As"));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->group));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

void
accord_import_stage_list_set_plan (AccordImportStageList *self,
                                   AccordImportPlan      *plan)
{
  guint n_stages = plan != NULL ? accord_import_plan_get_n_stages (plan) : 0;
  guint n = MIN (n_stages, MAX_ROWS);
  g_autofree char *many = NULL;

  g_return_if_fail (ACCORD_IS_IMPORT_STAGE_LIST (self));

  self->updating = TRUE;
  /* Rows that stay keep the focus, and a list that is open. */
  if (!stage_list_fits (self, plan, n))
    {
      for (guint i = 0; i < self->rows->len; i++)
        adw_preferences_group_remove (self->group, g_ptr_array_index (self->rows, i));
      g_ptr_array_set_size (self->rows, 0);
      for (guint i = 0; i < n; i++)
        {
          GtkWidget *row = stage_row_new (self, accord_import_plan_get_stage (plan, i)->name);

          adw_preferences_group_add (self->group, row);
          g_ptr_array_add (self->rows, row);
        }
    }
  for (guint i = 0; i < n; i++)
    stage_row_show (g_ptr_array_index (self->rows, i), accord_import_plan_get_stage (plan, i));
  self->updating = FALSE;

  if (n_stages > n)
    many = g_strdup_printf (ngettext ("The column holds %u more: is it the stage?", "The column holds %u more: is it the stage?",
                                      n_stages - n),
                            n_stages - n);
  adw_preferences_group_set_description (self->group, many);
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
}
