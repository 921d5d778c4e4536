/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-ask-row.h"

#include <glib/gi18n.h>

#include "accord-ask-query.h"
#include "accord-clock.h"
#include "accord-date-row.h"
#include "accord-suggestion-row.h"

struct _AccordAskRow
{
  AccordWorkRow parent_instance;

  gint64 card;
  gboolean department_typed; /* and not committed yet: it may be half a word */

  GtkImage *status_image;
  AccordSuggestionRow *department_row;
  AdwEntryRow *what_row;
  AdwEntryRow *because_row;
  AccordDateRow *needed_row;
  AdwComboRow *status_row;
  GtkStringList *statuses;
  AdwEntryRow *reply_row;
};

G_DEFINE_FINAL_TYPE (AccordAskRow, accord_ask_row, ACCORD_TYPE_WORK_ROW)

static const AccordWorkWords words = {
  .title = N_("New Ask"),
  .add = N_("Add Ask"),
  .edit = N_("Edit Ask"),
  .remove = N_("Remove Ask"),
  .removed = N_("Ask removed"),
};

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
dup_subtitle (AccordAsk  *ask,
              const char *source)
{
  const AccordDate needed = accord_ask_get_needed (ask);
  const AccordDate asked = accord_ask_get_asked (ask);
  g_autofree char *needed_text = accord_date_format (needed);
  g_autofree char *asked_text = accord_date_format (asked);
  g_autoptr (GString) text = g_string_new (accord_ask_status_get_label (accord_ask_get_status (ask)));

  if (source == NULL)
    {
      g_string_prepend (text, " · ");
      g_string_prepend (text, accord_ask_get_department (ask));
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
  if (*accord_ask_get_reply (ask) != '\0')
    /* Translators: %s is what a department answered. */
    g_string_append_printf (text, _("\nReply: %s"), accord_ask_get_reply (ask));
  if (source != NULL)
    g_string_append_printf (text, "\n%s", source);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
accord_ask_row_show_title (AccordWorkRow *row)
{
  AccordAsk *ask = accord_work_row_get_record (row);
  g_autofree char *subtitle = dup_subtitle (ask, accord_work_row_get_source (row));

  row_show_status (ACCORD_ASK_ROW (row), accord_ask_get_status (ask));
  accord_work_row_set_texts (row, accord_ask_get_what (ask), FALSE, subtitle);
}

static void
accord_ask_row_show_fields (AccordWorkRow *row)
{
  AccordAskRow *self = ACCORD_ASK_ROW (row);
  AccordAsk *ask = accord_work_row_get_record (row);
  GListModel *asks = accord_workspace_get_list (accord_work_row_get_workspace (row), ACCORD_TYPE_ASK);
  g_auto (GStrv) departments = accord_ask_list_departments (asks);

  accord_suggestion_row_set_suggestions (self->department_row, (const char *const *) departments);
  if (ask == NULL)
    return;

  if (!self->department_typed)
    {
      accord_work_field_show_text (self->department_row, accord_ask_get_department (ask));
      accord_work_field_show_problem (self->department_row, NULL);
    }
  accord_work_field_show_text (self->what_row, accord_ask_get_what (ask));
  accord_work_field_show_text (self->because_row, accord_ask_get_because (ask));
  accord_work_field_show_text (self->reply_row, accord_ask_get_reply (ask));
  adw_combo_row_set_selected (self->status_row, (guint) accord_ask_get_status (ask));
  if (accord_date_row_get_date (self->needed_row) != accord_ask_get_needed (ask))
    accord_date_row_set_date (self->needed_row, accord_ask_get_needed (ask));
  accord_work_field_show_problem (self->what_row, NULL);
}

static gpointer
accord_ask_row_make_draft (AccordWorkRow *row)
{
  AccordAskRow *self = ACCORD_ASK_ROW (row);
  AccordAsk *ask = accord_work_row_get_record (row);
  AccordAsk *draft = ask != NULL ? accord_record_copy (ask) : accord_ask_new ();
  const AccordDate today = accord_clock_today ();
  const AccordAskStatus status = (AccordAskStatus) adw_combo_row_get_selected (self->status_row);
  g_autofree char *department = accord_work_field_dup_text (self->department_row);
  g_autofree char *what = accord_work_field_dup_text (self->what_row);
  g_autofree char *because = accord_work_field_dup_text (self->because_row);
  g_autofree char *reply = accord_work_field_dup_text (self->reply_row);

  if (ask == NULL)
    accord_ask_set_card (draft, self->card);
  /* One that said whom it asks for what keeps it while the field is empty. */
  if (ask == NULL || (*department != '\0' && !self->department_typed))
    accord_ask_set_department (draft, department);
  if (ask == NULL || *what != '\0')
    accord_ask_set_what (draft, what);
  accord_ask_set_because (draft, because);
  accord_ask_set_needed (draft, accord_date_row_get_date (self->needed_row));
  if (status != accord_ask_get_status (draft))
    accord_ask_move_to (draft, status, today);
  if (g_strcmp0 (reply, accord_ask_get_reply (draft)) != 0)
    accord_ask_take_reply (draft, reply, today);

  return draft;
}

/* Whether it says who is asked for what. */
static gboolean
accord_ask_row_check (AccordWorkRow *row,
                      gboolean       complain)
{
  AccordAskRow *self = ACCORD_ASK_ROW (row);
  const gboolean department = accord_work_field_has_text (self->department_row);
  const gboolean what = accord_work_field_has_text (self->what_row);

  accord_work_field_show_problem (self->department_row,
                                  !department && (what || complain) ? _("Say which department is asked") : NULL);
  accord_work_field_show_problem (self->what_row, !what && complain ? _("Say what is asked") : NULL);

  return department && what;
}

static gboolean
accord_ask_row_says_something (AccordWorkRow *row)
{
  AccordAskRow *self = ACCORD_ASK_ROW (row);

  return accord_work_field_has_text (self->department_row) || accord_work_field_has_text (self->what_row)
         || accord_work_field_has_text (self->because_row) || accord_work_field_has_text (self->needed_row)
         || accord_work_field_has_text (self->reply_row);
}

static GtkWidget *
accord_ask_row_get_missing (AccordWorkRow *row)
{
  AccordAskRow *self = ACCORD_ASK_ROW (row);

  return accord_work_field_has_text (self->department_row) ? GTK_WIDGET (self->what_row) : GTK_WIDGET (self->department_row);
}

static void
accord_ask_row_commit (AccordWorkRow *row)
{
  AccordAskRow *self = ACCORD_ASK_ROW (row);

  accord_date_row_commit (self->needed_row);
  self->department_typed = FALSE;
}

static void
on_department_typed (AccordAskRow *self)
{
  AccordWorkRow *row = ACCORD_WORK_ROW (self);

  if (accord_work_row_is_filling (row))
    return;

  self->department_typed = TRUE;
  /* There is no second chance to make a new one with the whole word. */
  if (accord_work_row_get_record (row) != NULL)
    accord_work_row_typed (row);
  else
    accord_work_row_hold (row);
}

static void
on_department_committed (AccordAskRow *self)
{
  self->department_typed = FALSE;
  accord_work_row_left (ACCORD_WORK_ROW (self));
}

static void
accord_ask_row_class_init (AccordAskRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  AccordWorkRowClass *row_class = ACCORD_WORK_ROW_CLASS (klass);

  row_class->record_type = ACCORD_TYPE_ASK;
  row_class->show_title = accord_ask_row_show_title;
  row_class->show_fields = accord_ask_row_show_fields;
  row_class->make_draft = accord_ask_row_make_draft;
  row_class->check = accord_ask_row_check;
  row_class->says_something = accord_ask_row_says_something;
  row_class->get_missing = accord_ask_row_get_missing;
  row_class->commit = accord_ask_row_commit;

  g_type_ensure (ACCORD_TYPE_DATE_ROW);
  g_type_ensure (ACCORD_TYPE_SUGGESTION_ROW);
  accord_work_row_class_set_template (row_class, "/io/github/accord/Accord/ui/swot/accord-ask-row.ui");
  gtk_widget_class_bind_template_child (widget_class, AccordAskRow, status_image);
  gtk_widget_class_bind_template_child (widget_class, AccordAskRow, department_row);
  gtk_widget_class_bind_template_child (widget_class, AccordAskRow, what_row);
  gtk_widget_class_bind_template_child (widget_class, AccordAskRow, because_row);
  gtk_widget_class_bind_template_child (widget_class, AccordAskRow, needed_row);
  gtk_widget_class_bind_template_child (widget_class, AccordAskRow, status_row);
  gtk_widget_class_bind_template_child (widget_class, AccordAskRow, statuses);
  gtk_widget_class_bind_template_child (widget_class, AccordAskRow, reply_row);
  gtk_widget_class_bind_template_callback (widget_class, on_department_typed);
  gtk_widget_class_bind_template_callback (widget_class, on_department_committed);
}

static void
accord_ask_row_init (AccordAskRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (int status = 0; status <= ACCORD_ASK_STATUS_DONE; status++)
    gtk_string_list_append (self->statuses, accord_ask_status_get_label ((AccordAskStatus) status));
  row_show_status (self, ACCORD_ASK_STATUS_DRAFT);
}

GtkWidget *
accord_ask_row_new (AccordWorkspace *workspace,
                    AccordAsk       *ask,
                    gint64           card)
{
  AccordAskRow *self = g_object_new (ACCORD_TYPE_ASK_ROW, NULL);

  self->card = card;
  accord_work_row_begin (ACCORD_WORK_ROW (self), workspace, ask, &words);

  return GTK_WIDGET (self);
}
