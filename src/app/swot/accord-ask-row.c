/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-ask-row.h"

#include <glib/gi18n.h>

#include "accord-ask-query.h"
#include "accord-clock.h"
#include "accord-date-row.h"
#include "accord-suggestion-row.h"

/* Milliseconds without a key press after which what was typed is stored. */
#define PAUSE 1000

struct _AccordAskRow
{
  AdwExpanderRow parent_instance;

  AccordWorkspace *workspace;
  AccordAsk *ask; /* the live record */
  gint64 id;
  gint64 card;
  char *source;
  gboolean filling;
  gboolean department_typed; /* and not committed yet: it may be half a word */
  guint settle_source;
  guint show_source; /* what is missing is about to get the focus */

  GtkImage *status_image;
  AccordSuggestionRow *department_row;
  AdwEntryRow *what_row;
  AdwEntryRow *because_row;
  AccordDateRow *needed_row;
  AdwComboRow *status_row;
  GtkStringList *statuses;
  AdwEntryRow *reply_row;
  GtkWidget *source_button;
};

G_DEFINE_FINAL_TYPE (AccordAskRow, accord_ask_row, ADW_TYPE_EXPANDER_ROW)

enum
{
  FAILED,
  REMOVED,
  SOURCE_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const struct
{
  const char *icon_name;
  const char *css_class;
} marks[] = {
  [ACCORD_ASK_STATUS_DRAFT] = { "document-edit-symbolic", NULL },
  [ACCORD_ASK_STATUS_ASKED] = { "mail-send-symbolic", "accent" },
  [ACCORD_ASK_STATUS_AGREED] = { "emblem-ok-symbolic", "success" },
  [ACCORD_ASK_STATUS_DECLINED] = { "process-stop-symbolic", "error" },
  [ACCORD_ASK_STATUS_DONE] = { "checkbox-checked-symbolic", "success" },
};

const char *
accord_ask_status_get_icon_name (AccordAskStatus status)
{
  g_return_val_if_fail ((guint) status < G_N_ELEMENTS (marks), NULL);

  return marks[status].icon_name;
}

const char *
accord_ask_status_get_css_class (AccordAskStatus status)
{
  g_return_val_if_fail ((guint) status < G_N_ELEMENTS (marks), NULL);

  return marks[status].css_class;
}

static void
row_show_status (AccordAskRow   *self,
                 AccordAskStatus status)
{
  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      if (marks[i].css_class != NULL)
        gtk_widget_remove_css_class (GTK_WIDGET (self->status_image), marks[i].css_class);
    }
  if (marks[status].css_class != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->status_image), marks[status].css_class);
  gtk_image_set_from_icon_name (self->status_image, marks[status].icon_name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->status_image), accord_ask_status_get_label (status));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->status_image), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  accord_ask_status_get_label (status), -1);
}

/* How far it is, for whom, by when, and the answer, in words. */
static char *
row_dup_subtitle (AccordAskRow *self)
{
  const AccordDate needed = accord_ask_get_needed (self->ask);
  const AccordDate asked = accord_ask_get_asked (self->ask);
  g_autofree char *needed_text = accord_date_format (needed);
  g_autofree char *asked_text = accord_date_format (asked);
  g_autoptr (GString) text = g_string_new (accord_ask_status_get_label (accord_ask_get_status (self->ask)));

  if (self->source == NULL)
    {
      g_string_prepend (text, " · ");
      g_string_prepend (text, accord_ask_get_department (self->ask));
    }
  if (asked != ACCORD_DATE_NONE)
    {
      g_string_append (text, " · ");
      /* Translators: %s is the date on which a department was asked. */
      g_string_append_printf (text, _("asked on %s"), asked_text);
    }
  if (needed != ACCORD_DATE_NONE)
    {
      g_string_append (text, " · ");
      /* Translators: %s is a date. */
      g_string_append_printf (text, _("needed by %s"), needed_text);
    }
  if (*accord_ask_get_reply (self->ask) != '\0')
    /* Translators: %s is what a department answered. */
    g_string_append_printf (text, _("\nReply: %s"), accord_ask_get_reply (self->ask));
  if (self->source != NULL)
    g_string_append_printf (text, "\n%s", self->source);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
row_fill_title (AccordAskRow *self)
{
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;
  g_autofree char *markup = NULL;

  row_show_status (self, self->ask != NULL ? accord_ask_get_status (self->ask) : ACCORD_ASK_STATUS_DRAFT);
  if (self->ask == NULL)
    {
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), _("New Ask"));
      adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), "");
      return;
    }

  title = g_markup_escape_text (accord_ask_get_what (self->ask), -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  subtitle = row_dup_subtitle (self);
  markup = g_markup_escape_text (subtitle, -1);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), markup);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, accord_ask_get_what (self->ask),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, subtitle, -1);
}

/* Only where it differs: the cursor of a field in use stays where it is. */
static void
show_text (gpointer    row,
           const char *text)
{
  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (row)), text) != 0)
    gtk_editable_set_text (GTK_EDITABLE (row), text);
}

static void
row_show_valid (GtkWidget  *row,
                const char *problem)
{
  if (problem == NULL)
    gtk_widget_remove_css_class (row, "error");
  else
    gtk_widget_add_css_class (row, "error");
  gtk_widget_set_tooltip_text (row, problem);
}

static void
row_fill (AccordAskRow *self)
{
  g_auto (GStrv) departments = accord_ask_list_departments (accord_workspace_get_list (self->workspace, ACCORD_TYPE_ASK));

  self->filling = TRUE;
  row_fill_title (self);
  accord_suggestion_row_set_suggestions (self->department_row, (const char *const *) departments);
  if (self->ask != NULL)
    {
      if (!self->department_typed)
        show_text (self->department_row, accord_ask_get_department (self->ask));
      show_text (self->what_row, accord_ask_get_what (self->ask));
      show_text (self->because_row, accord_ask_get_because (self->ask));
      show_text (self->reply_row, accord_ask_get_reply (self->ask));
      adw_combo_row_set_selected (self->status_row, (guint) accord_ask_get_status (self->ask));
      if (accord_date_row_get_date (self->needed_row) != accord_ask_get_needed (self->ask))
        accord_date_row_set_date (self->needed_row, accord_ask_get_needed (self->ask));
      if (!self->department_typed)
        row_show_valid (GTK_WIDGET (self->department_row), NULL);
      row_show_valid (GTK_WIDGET (self->what_row), NULL);
    }
  self->filling = FALSE;
}

static void
row_take_ask (AccordAskRow *self,
              AccordAsk    *ask)
{
  self->ask = g_object_ref (ask);
  self->id = accord_record_get_id (ACCORD_RECORD (ask));
  g_signal_connect_object (ask, "notify", G_CALLBACK (row_fill), self, G_CONNECT_SWAPPED);
}

static char *
dup_text (gpointer row)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
}

static AccordAsk *
row_make_draft (AccordAskRow *self)
{
  AccordAsk *draft = self->ask != NULL ? accord_record_copy (self->ask) : accord_ask_new ();
  const AccordDate today = accord_clock_today ();
  const AccordAskStatus status = (AccordAskStatus) adw_combo_row_get_selected (self->status_row);
  g_autofree char *department = dup_text (self->department_row);
  g_autofree char *what = dup_text (self->what_row);
  g_autofree char *because = dup_text (self->because_row);
  g_autofree char *reply = dup_text (self->reply_row);

  if (self->ask == NULL)
    accord_ask_set_card (draft, self->card);
  /* One that said whom it asks for what keeps it while the field is empty. */
  if (self->ask == NULL || (*department != '\0' && !self->department_typed))
    accord_ask_set_department (draft, department);
  if (self->ask == NULL || *what != '\0')
    accord_ask_set_what (draft, what);
  accord_ask_set_because (draft, because);
  accord_ask_set_needed (draft, accord_date_row_get_date (self->needed_row));
  if (status != accord_ask_get_status (draft))
    accord_ask_move_to (draft, status, today);
  if (g_strcmp0 (reply, accord_ask_get_reply (draft)) != 0)
    accord_ask_take_reply (draft, reply, today);

  return draft;
}

static gboolean
row_has_text (gpointer row)
{
  g_autofree char *text = dup_text (row);

  return *text != '\0';
}

/* A new one that says nothing yet is not worth a complaint. */
static gboolean
row_says_something (AccordAskRow *self)
{
  return row_has_text (self->department_row) || row_has_text (self->what_row) || row_has_text (self->because_row)
         || row_has_text (self->needed_row) || row_has_text (self->reply_row);
}

/* Whether the row says who is asked for what; while it is used, a new one may still come to that. */
static gboolean
row_check (AccordAskRow *self,
           gboolean      in_use)
{
  const gboolean department = row_has_text (self->department_row);
  const gboolean what = row_has_text (self->what_row);
  const gboolean complain = self->ask != NULL || (!in_use && row_says_something (self));

  row_show_valid (GTK_WIDGET (self->department_row),
                  !department && (what || complain) ? _("Say which department is asked") : NULL);
  row_show_valid (GTK_WIDGET (self->what_row), !what && complain ? _("Say what is asked") : NULL);

  return department && what;
}

static gboolean
row_store (AccordAskRow *self)
{
  g_autoptr (AccordAsk) draft = NULL;
  g_autoptr (AccordChange) change = NULL;
  g_autoptr (GError) error = NULL;

  g_clear_handle_id (&self->settle_source, g_source_remove);
  if (self->workspace == NULL || accord_workspace_is_read_only (self->workspace))
    return TRUE;

  if (!row_check (self, TRUE) && self->ask == NULL)
    return TRUE;
  draft = row_make_draft (self);
  if (self->ask != NULL && accord_record_equal (draft, self->ask))
    return TRUE;

  /* Known beforehand, so that whoever follows the workspace's list sees that this one has its row. */
  if (self->id == 0)
    self->id = accord_workspace_reserve_id (self->workspace, ACCORD_TYPE_ASK);
  accord_record_set_id (ACCORD_RECORD (draft), self->id);
  change = accord_change_new (self->ask == NULL ? _("Add Ask") : _("Edit Ask"));
  accord_change_set_continues (change, self->ask != NULL);
  accord_change_put (change, draft);
  if (!accord_workspace_apply (self->workspace, change, &error))
    {
      g_signal_emit (self, signals[FAILED], 0, error);
      return FALSE;
    }
  if (self->ask == NULL)
    {
      row_take_ask (self, accord_workspace_find (self->workspace, ACCORD_TYPE_ASK, self->id));
      row_fill (self);
    }

  return TRUE;
}

static gboolean
on_pause (gpointer user_data)
{
  AccordAskRow *self = user_data;

  self->settle_source = 0;
  /* There is no second chance to make a new one with the whole word. */
  if (self->ask != NULL || !self->department_typed)
    row_store (self);

  return G_SOURCE_REMOVE;
}

static void
on_typed (AccordAskRow *self)
{
  if (self->filling)
    return;

  g_clear_handle_id (&self->settle_source, g_source_remove);
  self->settle_source = g_timeout_add (PAUSE, on_pause, self);
}

static void
on_department_typed (AccordAskRow *self)
{
  if (self->filling)
    return;

  self->department_typed = TRUE;
  on_typed (self);
}

static void
on_settled (AccordAskRow *self)
{
  if (!self->filling)
    row_store (self);
}

static void
on_department_committed (AccordAskRow *self)
{
  self->department_typed = FALSE;
  on_settled (self);
}

static void
on_remove_clicked (AccordAskRow *self)
{
  g_clear_handle_id (&self->settle_source, g_source_remove);
  g_signal_emit (self, signals[REMOVED], 0);
}

static void
on_source_clicked (AccordAskRow *self)
{
  if (accord_ask_row_settle (self))
    g_signal_emit (self, signals[SOURCE_ACTIVATED], 0);
}

static void
accord_ask_row_dispose (GObject *object)
{
  AccordAskRow *self = ACCORD_ASK_ROW (object);

  g_clear_handle_id (&self->show_source, g_source_remove);
  g_clear_handle_id (&self->settle_source, g_source_remove);
  if (self->ask != NULL)
    g_signal_handlers_disconnect_by_data (self->ask, self);
  g_clear_object (&self->ask);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->source, g_free);

  G_OBJECT_CLASS (accord_ask_row_parent_class)->dispose (object);
}

static void
accord_ask_row_class_init (AccordAskRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_ask_row_dispose;

  signals[FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_ERROR);
  signals[REMOVED] = g_signal_new ("removed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
  signals[SOURCE_ACTIVATED] = g_signal_new ("source-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                            NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (ACCORD_TYPE_DATE_ROW);
  g_type_ensure (ACCORD_TYPE_SUGGESTION_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/accord/Accord/ui/swot/accord-ask-row.ui");
  gtk_widget_class_bind_template_child (widget_class, AccordAskRow, status_image);
  gtk_widget_class_bind_template_child (widget_class, AccordAskRow, department_row);
  gtk_widget_class_bind_template_child (widget_class, AccordAskRow, what_row);
  gtk_widget_class_bind_template_child (widget_class, AccordAskRow, because_row);
  gtk_widget_class_bind_template_child (widget_class, AccordAskRow, needed_row);
  gtk_widget_class_bind_template_child (widget_class, AccordAskRow, status_row);
  gtk_widget_class_bind_template_child (widget_class, AccordAskRow, statuses);
  gtk_widget_class_bind_template_child (widget_class, AccordAskRow, reply_row);
  gtk_widget_class_bind_template_child (widget_class, AccordAskRow, source_button);
  gtk_widget_class_bind_template_callback (widget_class, on_typed);
  gtk_widget_class_bind_template_callback (widget_class, on_department_typed);
  gtk_widget_class_bind_template_callback (widget_class, on_settled);
  gtk_widget_class_bind_template_callback (widget_class, on_department_committed);
  gtk_widget_class_bind_template_callback (widget_class, on_remove_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_source_clicked);
}

static void
accord_ask_row_init (AccordAskRow *self)
{
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  for (int status = 0; status <= ACCORD_ASK_STATUS_DONE; status++)
    gtk_string_list_append (self->statuses, accord_ask_status_get_label ((AccordAskStatus) status));
  self->filling = FALSE;
}

GtkWidget *
accord_ask_row_new (AccordWorkspace *workspace,
                    AccordAsk       *ask,
                    gint64           card)
{
  AccordAskRow *self = g_object_new (ACCORD_TYPE_ASK_ROW, NULL);

  self->workspace = g_object_ref (workspace);
  self->card = card;
  if (ask != NULL)
    row_take_ask (self, ask);
  row_fill (self);

  return GTK_WIDGET (self);
}

void
accord_ask_row_show_source (AccordAskRow *self,
                            const char   *source)
{
  g_return_if_fail (ACCORD_IS_ASK_ROW (self));

  if (g_strcmp0 (self->source, source) == 0)
    return;
  g_free (self->source);
  self->source = g_strdup (source);
  gtk_widget_set_visible (self->source_button, source != NULL);
  row_fill_title (self);
}

AccordAsk *
accord_ask_row_get_ask (AccordAskRow *self)
{
  g_return_val_if_fail (ACCORD_IS_ASK_ROW (self), NULL);

  return self->ask;
}

gint64
accord_ask_row_get_id (AccordAskRow *self)
{
  g_return_val_if_fail (ACCORD_IS_ASK_ROW (self), 0);

  return self->id;
}

void
accord_ask_row_edit (AccordAskRow *self)
{
  g_return_if_fail (ACCORD_IS_ASK_ROW (self));

  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self), TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->department_row));
}

/* Whoever settles it may be about to give the focus elsewhere, or to go out of sight. */
static gboolean
on_show_missing (gpointer user_data)
{
  AccordAskRow *self = user_data;

  self->show_source = 0;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_grab_focus (row_has_text (self->department_row) ? GTK_WIDGET (self->what_row)
                                                               : GTK_WIDGET (self->department_row));

  return G_SOURCE_REMOVE;
}

gboolean
accord_ask_row_settle (AccordAskRow *self)
{
  g_return_val_if_fail (ACCORD_IS_ASK_ROW (self), FALSE);

  /* A day counts when its row is left, and now it is. */
  accord_date_row_commit (self->needed_row);
  self->department_typed = FALSE;
  if (!row_store (self))
    return FALSE;
  if (self->ask != NULL || self->workspace == NULL || accord_workspace_is_read_only (self->workspace)
      || !row_says_something (self))
    return TRUE;

  /* What was typed has no ask to go to yet: it is not lost, and what is missing is shown. */
  row_check (self, FALSE);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self), TRUE);
  if (self->show_source == 0)
    self->show_source = g_idle_add (on_show_missing, self);

  return FALSE;
}
