/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-target-grid-private.h"

#include <glib/gi18n.h>

#include "accord-clock.h"
#include "accord-feedback.h"

static AccordMetric *
find_metric (AccordTargetGrid *self,
             gint64            id)
{
  for (guint i = 0; i < self->metrics->len; i++)
    if (accord_record_get_id (self->metrics->pdata[i]) == id)
      return self->metrics->pdata[i];

  return NULL;
}

/* What is typed; nothing takes the target back. */
static gboolean
read_edit (AccordTargetGrid *self,
           AccordTargetEdit *edit,
           GError          **error)
{
  g_autofree char *text = accord_sheet_dup_typed (ACCORD_SHEET (self));

  edit->place = self->edited_place;
  edit->value = edit->upper = ACCORD_UNKNOWN;

  return *text == '\0'
         || accord_target_value_parse (find_metric (self, self->edited_place.metric), text,
                                       accord_target_grid_get_decimals (self), &edit->value, &edit->upper, error);
}

static gboolean
apply_edits (AccordTargetGrid *self,
             GArray           *edits,
             const char       *label,
             const char       *reason)
{
  g_autoptr (AccordChange) change = accord_change_new (label);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < edits->len; i++)
    {
      const AccordTargetEdit *edit = &g_array_index (edits, AccordTargetEdit, i);
      /* One that was not there yet needs no reason, whatever comes with it. */
      const gboolean needs
        = accord_metric_target_needs_reason (self->workspace, &edit->place, edit->value, edit->upper);

      if (!accord_metric_change_set_target (change, self->workspace, &edit->place, edit->value, edit->upper,
                                            needs ? reason : NULL, accord_clock_today (), &error))
        {
          accord_feedback_error (GTK_WIDGET (self), error);
          return FALSE;
        }
    }

  return accord_change_is_empty (change) || accord_scorecard_step_apply (self->step, change);
}

static void
on_reason_changed (AccordTargetGrid *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->reason)));

  gtk_widget_set_sensitive (self->reason_button, *text != '\0');
}

static void
on_reason_given (AccordTargetGrid *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->reason)));
  g_autoptr (GArray) edits = NULL;
  g_autofree char *label = NULL;

  if (*text == '\0' || self->pending == NULL)
    return;

  edits = g_steal_pointer (&self->pending);
  label = g_steal_pointer (&self->pending_label);
  gtk_popover_popdown (GTK_POPOVER (self->popover));
  apply_edits (self, edits, label, text);
}

static void
on_popover_closed (AccordTargetGrid *self)
{
  if (self->pending != NULL)
    {
      g_clear_pointer (&self->pending, g_array_unref);
      g_clear_pointer (&self->pending_label, g_free);
      accord_sheet_say (ACCORD_SHEET (self), "");
    }
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    accord_sheet_return (ACCORD_SHEET (self));
}

void
accord_target_grid_drop_question (AccordTargetGrid *self)
{
  if (self->popover != NULL && gtk_widget_get_visible (self->popover))
    gtk_popover_popdown (GTK_POPOVER (self->popover));
  g_clear_pointer (&self->pending, g_array_unref);
  g_clear_pointer (&self->pending_label, g_free);
}

static void
make_popover (AccordTargetGrid *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *question = gtk_label_new (NULL);
  GtkWidget *entry = gtk_entry_new ();

  self->question = GTK_LABEL (question);
  gtk_label_set_xalign (self->question, 0);
  gtk_label_set_wrap (self->question, TRUE);
  gtk_label_set_max_width_chars (self->question, 36);
  gtk_widget_add_css_class (question, "heading");
  self->reason = GTK_EDITABLE (entry);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _("The reason stays with the target"));
  gtk_widget_set_size_request (entry, 280, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Reason"), -1);
  self->reason_button = gtk_button_new_with_mnemonic (_("_Change"));
  gtk_widget_set_halign (self->reason_button, GTK_ALIGN_END);
  gtk_widget_add_css_class (self->reason_button, "suggested-action");
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (on_reason_changed), self);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (on_reason_given), self);
  g_signal_connect_swapped (self->reason_button, "clicked", G_CALLBACK (on_reason_given), self);
  gtk_box_append (GTK_BOX (box), question);
  gtk_box_append (GTK_BOX (box), entry);
  gtk_box_append (GTK_BOX (box), self->reason_button);

  self->popover = gtk_popover_new ();
  gtk_widget_add_css_class (self->popover, "scorecard-popover");
  gtk_popover_set_child (GTK_POPOVER (self->popover), box);
  g_signal_connect_swapped (self->popover, "closed", G_CALLBACK (on_popover_closed), self);
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
}

static char *
dup_question (AccordTargetGrid       *self,
              const AccordTargetEdit *edit,
              guint                   n_changes)
{
  AccordMetric *metric = find_metric (self, edit->place.metric);
  AccordTarget *target = accord_target_grid_find (self, &edit->place);
  const char *currency = accord_target_grid_get_currency (self);
  const int decimals = accord_target_grid_get_decimals (self);
  g_autofree char *from = NULL;
  g_autofree char *to = accord_target_value_format (metric, edit->value, edit->upper, currency, decimals);

  if (n_changes > 1)
    return g_strdup_printf (ngettext ("Why does %u target change?", "Why do %u targets change?", n_changes), n_changes);
  if (target == NULL)
    return g_strdup (_("Why is there a target again?"));

  from = accord_target_value_format (metric, accord_target_get_value (target), accord_target_get_upper (target), currency,
                                     decimals);
  if (*to == '\0')
    /* Translators: %s is a target, such as "350" or "35 %". */
    return g_strdup_printf (_("Why is the target of %s taken back?"), from);

  /* Translators: %1 and %2 are targets, such as "350" or "35 %". */
  return g_strdup_printf (_("Why does the target change from %1$s to %2$s?"), from, to);
}

static void
ask_reason (AccordTargetGrid       *self,
            const AccordTargetEdit *first,
            guint                   n_changes)
{
  AccordSheetCell *cell = accord_sheet_find_cell (ACCORD_SHEET (self), accord_sheet_get_row (ACCORD_SHEET (self)),
                                                  accord_sheet_get_column (ACCORD_SHEET (self)));
  g_autofree char *question = dup_question (self, first, n_changes);
  graphene_rect_t bounds;

  if (self->popover == NULL)
    make_popover (self);
  gtk_label_set_label (self->question, question);
  gtk_editable_set_text (self->reason, "");
  on_reason_changed (self);
  if (cell != NULL && gtk_widget_compute_bounds (GTK_WIDGET (cell), GTK_WIDGET (self), &bounds))
    gtk_popover_set_pointing_to (GTK_POPOVER (self->popover),
                                 &(GdkRectangle) { (int) bounds.origin.x, (int) bounds.origin.y, (int) bounds.size.width,
                                                   (int) bounds.size.height });
  gtk_popover_popup (GTK_POPOVER (self->popover));
  gtk_widget_grab_focus (GTK_WIDGET (self->reason));
}

void
accord_target_grid_store (AccordTargetGrid *self,
                          GArray           *edits,
                          const char       *label)
{
  const AccordTargetEdit *first = NULL;
  guint n_changes = 0;

  for (guint i = 0; i < edits->len; i++)
    {
      const AccordTargetEdit *edit = &g_array_index (edits, AccordTargetEdit, i);

      if (!accord_metric_target_needs_reason (self->workspace, &edit->place, edit->value, edit->upper))
        continue;
      if (first == NULL)
        first = edit;
      n_changes++;
    }
  if (n_changes == 0)
    {
      apply_edits (self, edits, label, NULL);
      return;
    }

  g_clear_pointer (&self->pending, g_array_unref);
  g_free (self->pending_label);
  self->pending = g_array_ref (edits);
  self->pending_label = g_strdup (label);
  ask_reason (self, first, n_changes);
}

/* The cell is closed first: a question for a reason takes the focus, and what waits for it is not stored yet. */
static gboolean
accord_target_grid_store_edit (AccordSheet *sheet,
                               GError     **error)
{
  AccordTargetGrid *self = ACCORD_TARGET_GRID (sheet);
  g_autoptr (GArray) edits = NULL;
  AccordTargetEdit edit;

  if (!read_edit (self, &edit, error))
    return FALSE;

  edits = g_array_new (FALSE, FALSE, sizeof (AccordTargetEdit));
  g_array_append_val (edits, edit);
  accord_sheet_close_edit (sheet);
  accord_target_grid_store (self, edits, _("Set Target"));

  return self->pending == NULL;
}

static gboolean
accord_target_grid_begin_edit (AccordSheet *sheet,
                               char       **text,
                               char       **label)
{
  AccordTargetGrid *self = ACCORD_TARGET_GRID (sheet);
  const guint row = accord_sheet_get_row (sheet), column = accord_sheet_get_column (sheet);
  AccordTarget *target;

  if (!accord_target_grid_get_place (self, row, column, &self->edited_place))
    return FALSE;

  target = accord_target_grid_find (self, &self->edited_place);
  *text = target != NULL
            ? accord_target_value_to_text (self->metrics->pdata[column], accord_target_get_value (target),
                                           accord_target_get_upper (target), accord_target_grid_get_decimals (self))
            : g_strdup ("");
  /* Translators: a cell that is typed in: %1 is a name, %2 a metric. */
  *label = g_strdup_printf (_("%1$s, %2$s"), accord_target_grid_get_name (self, row),
                            accord_metric_get_name (self->metrics->pdata[column]));

  return TRUE;
}

static void
accord_target_grid_clear_range (AccordSheet *sheet)
{
  AccordTargetGrid *self = ACCORD_TARGET_GRID (sheet);
  g_autoptr (GArray) edits = g_array_new (FALSE, FALSE, sizeof (AccordTargetEdit));
  AccordSheetRange range;

  accord_sheet_get_range (sheet, &range);
  for (guint row = range.first_row; row <= range.last_row; row++)
    for (guint column = range.first_column; column <= range.last_column; column++)
      {
        AccordTargetEdit edit = { .value = ACCORD_UNKNOWN, .upper = ACCORD_UNKNOWN };

        if (accord_target_grid_get_place (self, row, column, &edit.place)
            && accord_target_grid_find (self, &edit.place) != NULL)
          g_array_append_val (edits, edit);
      }
  if (edits->len > 0)
    accord_target_grid_store (self, edits, _("Take Targets Back"));
}

void
accord_target_grid_settle (AccordTargetGrid *self)
{
  AccordSheet *sheet = ACCORD_SHEET (self);
  AccordTargetEdit edit;

  g_return_if_fail (ACCORD_IS_TARGET_GRID (self));

  accord_target_grid_drop_question (self);
  /* There is no time to ask for a reason. */
  if (accord_sheet_is_changed (sheet)
      && (!read_edit (self, &edit, NULL)
          || accord_metric_target_needs_reason (self->workspace, &edit.place, edit.value, edit.upper)))
    accord_sheet_refuse_edit (sheet);
  else
    accord_sheet_end_edit (sheet);
}

void
accord_target_grid_install_editing (AccordSheetClass *klass)
{
  klass->begin_edit = accord_target_grid_begin_edit;
  klass->store_edit = accord_target_grid_store_edit;
  klass->clear_range = accord_target_grid_clear_range;
}
