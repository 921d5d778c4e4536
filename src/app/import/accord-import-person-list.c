/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-import-person-list.h"

#include <glib/gi18n.h>

#include "accord-member.h"

/* More than these are rather another column. */
#define MAX_ROWS 40

/* The first items of the list to choose from, before the members. */
typedef enum
{
  ITEM_REFUSED,
  ITEM_NEW,
  N_ITEMS,
} Item;

struct _AccordImportPersonList
{
  AdwBin parent_instance;

  AccordWorkspace *workspace;
  AdwPreferencesGroup *group;
  GtkStringList *choices; /* shared by the rows */
  GArray *members;        /* of gint64: the ids of the choices behind the first items */
  GPtrArray *rows;        /* of AdwComboRow; the text is the "text" of each */
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (AccordImportPersonList, accord_import_person_list, ADW_TYPE_BIN)

enum
{
  CHOSEN,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

static int
compare_members (gconstpointer a,
                 gconstpointer b)
{
  return g_utf8_collate (accord_member_get_name (*(AccordMember *const *) a),
                         accord_member_get_name (*(AccordMember *const *) b));
}

static void
person_list_fill_choices (AccordImportPersonList *self)
{
  GListModel *list = accord_workspace_get_list (self->workspace, ACCORD_TYPE_MEMBER);
  g_autoptr (GPtrArray) sorted = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (AccordMember) member = g_list_model_get_item (list, i);

      if (!accord_member_get_erased (member))
        g_ptr_array_add (sorted, g_steal_pointer (&member));
    }
  g_ptr_array_sort (sorted, compare_members);

  gtk_string_list_append (self->choices, C_ ("person of a file", "Refused"));
  gtk_string_list_append (self->choices, C_ ("person of a file", "New member"));
  for (guint i = 0; i < sorted->len; i++)
    {
      gint64 id = accord_record_get_id (g_ptr_array_index (sorted, i));

      gtk_string_list_append (self->choices, accord_member_get_name (g_ptr_array_index (sorted, i)));
      g_array_append_val (self->members, id);
    }
}

static void
on_selected (AccordImportPersonList *self,
             GParamSpec             *pspec,
             AdwComboRow            *row)
{
  guint selected = adw_combo_row_get_selected (row);
  gint64 member;

  if (self->updating || selected == GTK_INVALID_LIST_POSITION)
    return;

  if (selected == ITEM_REFUSED)
    member = ACCORD_IMPORT_NOBODY;
  else if (selected == ITEM_NEW)
    member = 0;
  else
    member = g_array_index (self->members, gint64, selected - N_ITEMS);
  g_signal_emit (self, signals[CHOSEN], 0, g_object_get_data (G_OBJECT (row), "text"), member);
}

static guint
person_list_find (AccordImportPersonList   *self,
                  const AccordImportPerson *person)
{
  if (person->use != ACCORD_IMPORT_PERSON_MEMBER)
    return person->use == ACCORD_IMPORT_PERSON_NEW ? ITEM_NEW : ITEM_REFUSED;

  for (guint i = 0; i < self->members->len; i++)
    {
      if (g_array_index (self->members, gint64, i) == person->member)
        return N_ITEMS + i;
    }

  return ITEM_REFUSED;
}

static GtkWidget *
person_row_new (AccordImportPersonList *self,
                const char             *text)
{
  GtkWidget *row = adw_combo_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), text);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (self->choices));
  g_object_set_data_full (G_OBJECT (row), "text", g_strdup (text), g_free);
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (on_selected), self, G_CONNECT_SWAPPED);

  return row;
}

static void
person_row_show (AccordImportPersonList   *self,
                 AdwComboRow              *row,
                 const AccordImportPerson *person)
{
  AccordMember *near = person->near != 0 ? accord_workspace_find (self->workspace, ACCORD_TYPE_MEMBER, person->near) : NULL;
  g_autofree char *number = g_strdup_printf ("%u", person->n);
  /* Translators: how many lines of a file name somebody. */
  g_autofree char *count = g_strdup_printf (ngettext ("%s line", "%s lines", person->n), number);
  g_autofree char *subtitle = NULL;

  if (near != NULL && person->use == ACCORD_IMPORT_PERSON_REFUSED)
    /* Translators: %1$s is how many lines name somebody, %2$s the name of a member who is called nearly so. */
    subtitle = g_strdup_printf (_("%1$s. Is it %2$s?"), count, accord_member_get_name (near));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle != NULL ? subtitle : count);
  adw_combo_row_set_selected (row, person_list_find (self, person));
}

/* Whether the rows are those of the plan's persons. */
static gboolean
person_list_fits (AccordImportPersonList *self,
                  AccordImportPlan       *plan,
                  guint                   n)
{
  if (self->rows->len != n)
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      if (g_strcmp0 (g_object_get_data (g_ptr_array_index (self->rows, i), "text"),
                     accord_import_plan_get_person (plan, i)->text) != 0)
        return FALSE;
    }

  return TRUE;
}

static void
accord_import_person_list_finalize (GObject *object)
{
  AccordImportPersonList *self = ACCORD_IMPORT_PERSON_LIST (object);

  g_ptr_array_unref (self->rows);
  g_array_unref (self->members);
  g_object_unref (self->choices);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (accord_import_person_list_parent_class)->finalize (object);
}

static void
accord_import_person_list_class_init (AccordImportPersonListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = accord_import_person_list_finalize;

  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_INT64);
}

static void
accord_import_person_list_init (AccordImportPersonList *self)
{
  self->choices = gtk_string_list_new (NULL);
  self->members = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->rows = g_ptr_array_new ();
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->group, _("Who Is Not Known"));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->group));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

void
accord_import_person_list_set_workspace (AccordImportPersonList *self,
                                         AccordWorkspace        *workspace)
{
  g_return_if_fail (ACCORD_IS_IMPORT_PERSON_LIST (self));
  g_return_if_fail (self->workspace == NULL);

  self->workspace = g_object_ref (workspace);
  person_list_fill_choices (self);
}

void
accord_import_person_list_set_plan (AccordImportPersonList *self,
                                    AccordImportPlan       *plan)
{
  guint n_persons = plan != NULL ? accord_import_plan_get_n_persons (plan) : 0;
  guint n = MIN (n_persons, MAX_ROWS);
  g_autofree char *many = NULL;

  g_return_if_fail (ACCORD_IS_IMPORT_PERSON_LIST (self));

  self->updating = TRUE;
  /* Rows that stay keep the focus, and a list that is open. */
  if (!person_list_fits (self, plan, n))
    {
      for (guint i = 0; i < self->rows->len; i++)
        adw_preferences_group_remove (self->group, g_ptr_array_index (self->rows, i));
      g_ptr_array_set_size (self->rows, 0);
      for (guint i = 0; i < n; i++)
        {
          GtkWidget *row = person_row_new (self, accord_import_plan_get_person (plan, i)->text);

          adw_preferences_group_add (self->group, row);
          g_ptr_array_add (self->rows, row);
        }
    }
  for (guint i = 0; i < n; i++)
    person_row_show (self, g_ptr_array_index (self->rows, i), accord_import_plan_get_person (plan, i));
  self->updating = FALSE;

  if (n_persons > n)
    many = g_strdup_printf (ngettext ("And %u more, for whom the switch “Add unknown members” decides.",
                                      "And %u more, for whom the switch “Add unknown members” decides.", n_persons - n),
                            n_persons - n);
  adw_preferences_group_set_description (self->group, many);
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
}
