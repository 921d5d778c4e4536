/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-planning-summary.h"

#include "accord-attainment.h"
#include "accord-feedback.h"
#include "accord-money.h"

#include <glib/gi18n.h>

/* More territories than these are read in the planning view's own rows, or one by one. */
#define MAX_TERRITORIES 4

struct _AccordPlanningSummary
{
  AdwBin parent_instance;

  AccordPlanningYear *year;
  gint64 territory;
  gboolean loading;

  GtkLabel *quota_label;
  GtkLabel *commitment_label;
  GtkEntry *target_entry;
  GtkLabel *summary_label;
  GtkLabel *territory_label;
  GtkLabel *territory_note;
};

G_DEFINE_FINAL_TYPE (AccordPlanningSummary, accord_planning_summary, ADW_TYPE_BIN)

static char *
format_money (AccordPlanningSummary *self,
              gint64                 amount)
{
  AccordSettings *settings = accord_workspace_get_settings (accord_planning_year_get_workspace (self->year));

  return accord_money_format (amount, accord_settings_get_currency (settings),
                              (int) accord_settings_get_decimals (settings));
}

/* A label that is told what it says already still asks for its size again. */
static void
set_label (GtkLabel   *label,
           const char *text)
{
  if (g_strcmp0 (gtk_label_get_label (label), text) != 0)
    gtk_label_set_label (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), *text != '\0');
}

static char *
dup_summary (AccordPlanningSummary    *self,
             const AccordRollUpTotals *team)
{
  AccordRate over = accord_over_assignment (team->figures.quota, accord_planning_year_get_target (self->year));
  g_autofree char *who = g_strdup_printf (ngettext ("%1$u of %2$u member has committed.",
                                                    "%1$u of %2$u members have committed.", team->n_members),
                                          team->n_committed, team->n_members);
  g_autofree char *share = NULL;

  if (over == ACCORD_UNKNOWN)
    return g_steal_pointer (&who);

  share = accord_rate_format_percent (ABS (over));
  if (over >= 0)
    /* Translators: %1 is a sentence, %2 a percentage: how far the quotas of all are above the team's target. */
    return g_strdup_printf (_("%1$s The quotas are over-assigned by %2$s."), who, share);

  /* Translators: %1 is a sentence, %2 a percentage: how far the quotas of all are below the team's target. */
  return g_strdup_printf (_("%1$s The quotas fall short of the team’s target by %2$s."), who, share);
}

static void
append_territory (AccordPlanningSummary *self,
                  GString               *text,
                  AccordPlanningRow     *row)
{
  const AccordMemberFigures *figures = accord_planning_row_get_figures (row);
  g_autofree char *name = accord_planning_row_dup_text (row, ACCORD_PLANNING_COLUMN_MEMBER, 0, TRUE);
  g_autofree char *commitment = format_money (self, figures->commitment), *quota = format_money (self, figures->quota);

  if (figures->commitment == ACCORD_UNKNOWN && figures->quota == ACCORD_UNKNOWN)
    return;
  if (text->len > 0)
    g_string_append (text, "  ·  ");
  /* Translators: a territory: %1 is its name, %2 what its members commit to, %3 what their quotas come to. */
  g_string_append_printf (text, _("%1$s %2$s of %3$s"), name, commitment, quota);
}

static void
show_territories (AccordPlanningSummary *self)
{
  GListModel *rows = accord_planning_year_get_rows (self->year);
  g_autoptr (GString) text = g_string_new (NULL);
  guint count = 0;

  if (self->territory >= 0)
    {
      AccordPlanningRow *row = accord_planning_year_find_territory (self->year, self->territory);

      if (row != NULL)
        append_territory (self, text, row);
    }
  else if (accord_planning_year_get_n_territories (self->year) <= MAX_TERRITORIES)
    for (guint i = 0, n = g_list_model_get_n_items (rows);
         i < n && count < accord_planning_year_get_n_territories (self->year); i++)
      {
        g_autoptr (AccordPlanningRow) row = g_list_model_get_item (rows, i);

        if (accord_planning_row_get_kind (row) != ACCORD_PLANNING_ROW_TERRITORY)
          continue;
        append_territory (self, text, row);
        count++;
      }
  set_label (self->territory_label, text->str);
  gtk_widget_set_visible (GTK_WIDGET (self->territory_note), accord_planning_year_get_n_territories (self->year) > 1);
}

static void
show_target (AccordPlanningSummary *self)
{
  gint64 target = accord_planning_year_get_target (self->year);
  g_autofree char *text = target != ACCORD_UNKNOWN ? format_money (self, target) : g_strdup ("");

  if (gtk_widget_has_focus (GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (self->target_entry)))))
    return;

  self->loading = TRUE;
  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self->target_entry)), text) != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->target_entry), text);
  self->loading = FALSE;
}

static void
show_totals (AccordPlanningSummary *self)
{
  const AccordRollUpTotals *team = accord_planning_row_get_totals (accord_planning_year_get_team (self->year));
  g_autofree char *quota = format_money (self, team->figures.quota);
  g_autofree char *commitment = format_money (self, team->figures.commitment);
  g_autofree char *summary = dup_summary (self, team);

  set_label (self->quota_label, quota);
  set_label (self->commitment_label, commitment);
  set_label (self->summary_label, summary);
  show_territories (self);
  show_target (self);
}

static gboolean
read_target (AccordPlanningSummary *self,
             gint64                *target,
             GError               **error)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->target_entry))));

  *target = ACCORD_UNKNOWN;

  return *text == '\0' || accord_money_parse (text, accord_planning_year_get_decimals (self->year), target, error);
}

static void
on_target_changed (AccordPlanningSummary *self)
{
  g_autoptr (GError) error = NULL;
  gint64 target;

  if (self->loading || self->year == NULL)
    return;

  if (read_target (self, &target, &error))
    gtk_widget_remove_css_class (GTK_WIDGET (self->target_entry), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->target_entry), "error");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->target_entry), error != NULL ? error->message : NULL);
}

gboolean
accord_planning_summary_settle (AccordPlanningSummary *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *stored = NULL;
  gint64 target;

  if (self->year == NULL)
    return TRUE;

  target = accord_planning_year_get_target (self->year);
  stored = target != ACCORD_UNKNOWN ? format_money (self, target) : g_strdup ("");
  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self->target_entry)), stored) == 0)
    return TRUE;

  if (read_target (self, &target, &error) && accord_planning_year_set_target (self->year, target, &error))
    return TRUE;

  accord_feedback_error (GTK_WIDGET (self), error);

  return FALSE;
}

static void
give_back (AccordPlanningSummary *self)
{
  gint64 target = accord_planning_year_get_target (self->year);
  g_autofree char *text = target != ACCORD_UNKNOWN ? format_money (self, target) : g_strdup ("");

  gtk_editable_set_text (GTK_EDITABLE (self->target_entry), text);
}

static void
on_target_activate (AccordPlanningSummary *self)
{
  if (self->year != NULL && accord_planning_summary_settle (self))
    {
      give_back (self);
      gtk_editable_select_region (GTK_EDITABLE (self->target_entry), 0, -1);
    }
}

static void
on_target_leave (AccordPlanningSummary *self)
{
  if (self->year == NULL)
    return;

  accord_planning_summary_settle (self);
  give_back (self);
}

static gboolean
on_target_key (GtkEventControllerKey *controller,
               guint                  keyval,
               guint                  keycode,
               GdkModifierType        state,
               AccordPlanningSummary *self)
{
  if (keyval != GDK_KEY_Escape || self->year == NULL)
    return FALSE;

  give_back (self);

  return TRUE;
}

static void
accord_planning_summary_dispose (GObject *object)
{
  accord_planning_summary_set_year (ACCORD_PLANNING_SUMMARY (object), NULL);

  G_OBJECT_CLASS (accord_planning_summary_parent_class)->dispose (object);
}

static void
accord_planning_summary_class_init (AccordPlanningSummaryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_planning_summary_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/accord/Accord/ui/goals/accord-planning-summary.ui");
  gtk_widget_class_bind_template_child (widget_class, AccordPlanningSummary, quota_label);
  gtk_widget_class_bind_template_child (widget_class, AccordPlanningSummary, commitment_label);
  gtk_widget_class_bind_template_child (widget_class, AccordPlanningSummary, target_entry);
  gtk_widget_class_bind_template_child (widget_class, AccordPlanningSummary, summary_label);
  gtk_widget_class_bind_template_child (widget_class, AccordPlanningSummary, territory_label);
  gtk_widget_class_bind_template_child (widget_class, AccordPlanningSummary, territory_note);
  gtk_widget_class_bind_template_callback (widget_class, on_target_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_target_changed);
}

static void
accord_planning_summary_init (AccordPlanningSummary *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new (), *keys = gtk_event_controller_key_new ();

  self->territory = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (on_target_leave), self);
  gtk_widget_add_controller (GTK_WIDGET (self->target_entry), focus);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_target_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self->target_entry), keys);
}

void
accord_planning_summary_set_year (AccordPlanningSummary *self,
                                  AccordPlanningYear    *year)
{
  if (self->year != NULL)
    g_signal_handlers_disconnect_by_func (self->year, show_totals, self);
  if (!g_set_object (&self->year, year) || year == NULL)
    return;

  g_signal_connect_object (year, "totals", G_CALLBACK (show_totals), self, G_CONNECT_SWAPPED);
  show_totals (self);
}

void
accord_planning_summary_set_territory (AccordPlanningSummary *self,
                                       gint64                 territory)
{
  self->territory = territory;
  if (self->year != NULL)
    show_territories (self);
}
