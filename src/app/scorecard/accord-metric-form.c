/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-metric-form.h"

#include <glib/gi18n.h>

#include "accord-field-row.h"
#include "accord-metric-words.h"

#define PAUSE_MSEC 1000

#define N_UNITS 5
#define N_DIRECTIONS 3
#define N_ROLL_UPS 5
#define N_CADENCES 5

struct _AccordMetricForm
{
  AdwBin parent_instance;

  AccordMetric *metric; /* live */
  gboolean is_new;
  gboolean recorded;
  gboolean showing; /* what changes in the fields is not the user's doing */
  guint pause_id;
  AccordRollUp roll_ups[N_ROLL_UPS]; /* behind the choices, those that fit */
  guint n_roll_ups;

  GtkLabel *heading;
  AccordFieldRow *name_row;
  AccordFieldRow *definition_row;
  AccordFieldRow *source_row;
  AdwComboRow *unit_row;
  AdwComboRow *direction_row;
  AdwComboRow *cadence_row;
  AdwComboRow *roll_up_row;
  GtkSwitch *leading_switch;
  GtkLabel *error_label;
  GtkWidget *remove_button;
};

G_DEFINE_FINAL_TYPE (AccordMetricForm, accord_metric_form, ADW_TYPE_BIN)

enum
{
  CHANGED,
  CLOSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Offers the roll-ups that fit unit and direction as they are chosen; wanted, or the first, is chosen. */
static void
form_fill_roll_ups (AccordMetricForm *self,
                    AccordRollUp      wanted)
{
  const AccordUnit unit = (AccordUnit) adw_combo_row_get_selected (self->unit_row);
  const AccordDirection direction = (AccordDirection) adw_combo_row_get_selected (self->direction_row);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  const gboolean was_showing = self->showing;
  guint selected = 0;

  self->n_roll_ups = 0;
  for (int i = 0; i < N_ROLL_UPS; i++)
    {
      if (!accord_metric_roll_up_fits ((AccordRollUp) i, unit, direction))
        continue;
      if ((AccordRollUp) i == wanted)
        selected = self->n_roll_ups;
      self->roll_ups[self->n_roll_ups++] = (AccordRollUp) i;
      gtk_string_list_append (names, accord_metric_roll_up_in_words ((AccordRollUp) i));
    }
  self->showing = TRUE;
  adw_combo_row_set_model (self->roll_up_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->roll_up_row, selected);
  self->showing = was_showing;
}

static void
form_show_recorded (AccordMetricForm *self)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->unit_row), !self->recorded);
  gtk_widget_set_sensitive (GTK_WIDGET (self->direction_row), !self->recorded);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->unit_row),
                               self->recorded ? _("Stays: numbers are on record in it") : "");
}

static void
form_fill (AccordMetricForm *self,
           AccordMetric     *metric)
{
  self->showing = TRUE;
  accord_field_row_set_text (self->name_row, accord_metric_get_name (metric));
  accord_field_row_set_text (self->definition_row, accord_metric_get_definition (metric));
  accord_field_row_set_text (self->source_row, accord_metric_get_source_note (metric));
  adw_combo_row_set_selected (self->unit_row, (guint) accord_metric_get_unit (metric));
  adw_combo_row_set_selected (self->direction_row, (guint) accord_metric_get_direction (metric));
  adw_combo_row_set_selected (self->cadence_row, (guint) accord_metric_get_cadence (metric));
  form_fill_roll_ups (self, accord_metric_get_rollup (metric));
  gtk_switch_set_active (self->leading_switch, accord_metric_get_leading (metric));
  self->showing = FALSE;
}

static void
form_refresh (AccordMetricForm *self)
{
  if (self->metric != NULL && self->pause_id == 0)
    form_fill (self, self->metric);
}

static AccordMetric *
form_dup_draft (AccordMetricForm *self)
{
  AccordMetric *draft = self->metric != NULL ? accord_record_copy (self->metric) : accord_metric_new ();
  g_autofree char *name = g_strstrip (g_strdup (accord_field_row_get_text (self->name_row)));
  const guint roll_up = adw_combo_row_get_selected (self->roll_up_row);

  accord_metric_set_name (draft, name);
  accord_metric_set_definition (draft, accord_field_row_get_text (self->definition_row));
  accord_metric_set_source_note (draft, accord_field_row_get_text (self->source_row));
  accord_metric_set_unit (draft, (AccordUnit) adw_combo_row_get_selected (self->unit_row));
  accord_metric_set_direction (draft, (AccordDirection) adw_combo_row_get_selected (self->direction_row));
  accord_metric_set_cadence (draft, (AccordGrain) adw_combo_row_get_selected (self->cadence_row));
  if (roll_up < self->n_roll_ups)
    accord_metric_set_rollup (draft, self->roll_ups[roll_up]);
  accord_metric_set_leading (draft, gtk_switch_get_active (self->leading_switch));

  return draft;
}

static void
form_store (AccordMetricForm *self)
{
  g_autoptr (AccordMetric) draft = NULL;

  g_clear_handle_id (&self->pause_id, g_source_remove);
  if (self->metric == NULL && !self->is_new)
    return;

  draft = form_dup_draft (self);
  if (self->metric != NULL ? accord_record_equal (draft, self->metric) : *accord_metric_get_name (draft) == '\0')
    return;

  accord_metric_form_set_error (self, NULL);
  g_signal_emit (self, signals[CHANGED], 0, draft);
}

static gboolean
on_pause (gpointer user_data)
{
  AccordMetricForm *self = user_data;

  self->pause_id = 0;
  /* One that is new is stored when its name is typed to the end: not with the half of it. */
  if (!self->is_new)
    form_store (self);

  return G_SOURCE_REMOVE;
}

static void
on_typed (AccordMetricForm *self)
{
  if (self->showing)
    return;

  g_clear_handle_id (&self->pause_id, g_source_remove);
  self->pause_id = g_timeout_add (PAUSE_MSEC, on_pause, self);
}

static void
on_finished (AccordMetricForm *self)
{
  if (!self->showing)
    form_store (self);
}

static void
on_chosen (AccordMetricForm *self)
{
  if (!self->showing)
    form_store (self);
}

static void
on_kind_chosen (AccordMetricForm *self)
{
  const guint roll_up = adw_combo_row_get_selected (self->roll_up_row);

  if (self->showing)
    return;

  form_fill_roll_ups (self, roll_up < self->n_roll_ups ? self->roll_ups[roll_up] : ACCORD_ROLL_UP_SUM);
  form_store (self);
}

static void
on_close_clicked (AccordMetricForm *self)
{
  g_signal_emit (self, signals[CLOSED], 0);
}

static void
on_remove_clicked (AccordMetricForm *self)
{
  if (self->metric != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "metric.remove", "x",
                                accord_record_get_id (ACCORD_RECORD (self->metric)));
}

static gboolean
on_escape (GtkWidget *widget,
           GVariant  *arguments,
           gpointer   user_data)
{
  g_signal_emit (widget, signals[CLOSED], 0);

  return GDK_EVENT_STOP;
}

static void
accord_metric_form_dispose (GObject *object)
{
  accord_metric_form_drop (ACCORD_METRIC_FORM (object));

  G_OBJECT_CLASS (accord_metric_form_parent_class)->dispose (object);
}

static void
accord_metric_form_class_init (AccordMetricFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_metric_form_dispose;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, ACCORD_TYPE_METRIC);
  signals[CLOSED] = g_signal_new ("closed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
  g_type_ensure (ACCORD_TYPE_FIELD_ROW);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/accord/Accord/ui/scorecard/accord-metric-form.ui");
  gtk_widget_class_bind_template_child (widget_class, AccordMetricForm, heading);
  gtk_widget_class_bind_template_child (widget_class, AccordMetricForm, name_row);
  gtk_widget_class_bind_template_child (widget_class, AccordMetricForm, definition_row);
  gtk_widget_class_bind_template_child (widget_class, AccordMetricForm, source_row);
  gtk_widget_class_bind_template_child (widget_class, AccordMetricForm, unit_row);
  gtk_widget_class_bind_template_child (widget_class, AccordMetricForm, direction_row);
  gtk_widget_class_bind_template_child (widget_class, AccordMetricForm, cadence_row);
  gtk_widget_class_bind_template_child (widget_class, AccordMetricForm, roll_up_row);
  gtk_widget_class_bind_template_child (widget_class, AccordMetricForm, leading_switch);
  gtk_widget_class_bind_template_child (widget_class, AccordMetricForm, error_label);
  gtk_widget_class_bind_template_child (widget_class, AccordMetricForm, remove_button);
  gtk_widget_class_bind_template_callback (widget_class, on_typed);
  gtk_widget_class_bind_template_callback (widget_class, on_finished);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_kind_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_close_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_remove_clicked);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, on_escape, NULL);
}

static void
accord_metric_form_init (AccordMetricForm *self)
{
  g_autoptr (GtkStringList) units = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) directions = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) cadences = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  for (int i = 0; i < N_UNITS; i++)
    gtk_string_list_append (units, accord_unit_get_label ((AccordUnit) i));
  for (int i = 0; i < N_DIRECTIONS; i++)
    gtk_string_list_append (directions, accord_metric_direction_in_words ((AccordDirection) i));
  for (int i = 0; i < N_CADENCES; i++)
    gtk_string_list_append (cadences, accord_metric_cadence_in_words ((AccordGrain) i));

  self->showing = TRUE;
  adw_combo_row_set_model (self->unit_row, G_LIST_MODEL (units));
  adw_combo_row_set_model (self->direction_row, G_LIST_MODEL (directions));
  adw_combo_row_set_model (self->cadence_row, G_LIST_MODEL (cadences));
  form_fill_roll_ups (self, ACCORD_ROLL_UP_SUM);
  self->showing = FALSE;
}

void
accord_metric_form_show (AccordMetricForm *self,
                         AccordMetric     *metric)
{
  g_return_if_fail (ACCORD_IS_METRIC_FORM (self));

  if (self->metric == metric && !self->is_new)
    return;

  accord_metric_form_flush (self);
  accord_metric_form_drop (self);
  if (metric == NULL)
    return;

  self->metric = g_object_ref (metric);
  g_signal_connect_object (metric, "notify", G_CALLBACK (form_refresh), self, G_CONNECT_SWAPPED);
  gtk_label_set_label (self->heading, _("Building Block"));
  gtk_widget_set_visible (self->remove_button, TRUE);
  accord_metric_form_set_error (self, NULL);
  form_refresh (self);
}

void
accord_metric_form_begin (AccordMetricForm *self)
{
  g_autoptr (AccordMetric) empty = accord_metric_new ();

  g_return_if_fail (ACCORD_IS_METRIC_FORM (self));

  accord_metric_form_show (self, NULL);
  accord_metric_set_cadence (empty, ACCORD_GRAIN_WEEK);
  accord_metric_set_leading (empty, TRUE);
  self->is_new = TRUE;
  gtk_label_set_label (self->heading, _("New Building Block"));
  gtk_widget_set_visible (self->remove_button, FALSE);
  accord_metric_form_set_error (self, NULL);
  accord_metric_form_set_recorded (self, FALSE);
  form_fill (self, empty);
}

AccordMetric *
accord_metric_form_get_metric (AccordMetricForm *self)
{
  g_return_val_if_fail (ACCORD_IS_METRIC_FORM (self), NULL);

  return self->metric;
}

gboolean
accord_metric_form_is_new (AccordMetricForm *self)
{
  g_return_val_if_fail (ACCORD_IS_METRIC_FORM (self), FALSE);

  return self->is_new;
}

void
accord_metric_form_set_error (AccordMetricForm *self,
                              const char       *message)
{
  g_return_if_fail (ACCORD_IS_METRIC_FORM (self));

  gtk_label_set_label (self->error_label, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->error_label), message != NULL);
}

void
accord_metric_form_set_recorded (AccordMetricForm *self,
                                 gboolean          recorded)
{
  g_return_if_fail (ACCORD_IS_METRIC_FORM (self));

  self->recorded = recorded;
  form_show_recorded (self);
}

void
accord_metric_form_flush (AccordMetricForm *self)
{
  g_return_if_fail (ACCORD_IS_METRIC_FORM (self));

  if (self->pause_id != 0)
    form_store (self);
}

void
accord_metric_form_drop (AccordMetricForm *self)
{
  g_return_if_fail (ACCORD_IS_METRIC_FORM (self));

  g_clear_handle_id (&self->pause_id, g_source_remove);
  self->is_new = FALSE;
  if (self->metric != NULL)
    g_signal_handlers_disconnect_by_func (self->metric, form_refresh, self);
  g_clear_object (&self->metric);
}

void
accord_metric_form_focus_name (AccordMetricForm *self)
{
  g_return_if_fail (ACCORD_IS_METRIC_FORM (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->name_row));
}
