/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-manager-row.h"

#include <glib/gi18n.h>

#include "accord-member.h"

struct _AccordManagerRow
{
  AdwComboRow parent_instance;

  GArray *ids; /* behind the rows; the first is 0 */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (AccordManagerRow, accord_manager_row, ADW_TYPE_COMBO_ROW)

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
on_selected (AccordManagerRow *self)
{
  if (!self->filling)
    g_signal_emit (self, signals[CHOSEN], 0);
}

static void
accord_manager_row_finalize (GObject *object)
{
  g_array_unref (ACCORD_MANAGER_ROW (object)->ids);

  G_OBJECT_CLASS (accord_manager_row_parent_class)->finalize (object);
}

static void
accord_manager_row_class_init (AccordManagerRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = accord_manager_row_finalize;

  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
}

static void
accord_manager_row_init (AccordManagerRow *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_signal_connect (self, "notify::selected", G_CALLBACK (on_selected), NULL);
}

void
accord_manager_row_show (AccordManagerRow *self,
                         AccordWorkspace  *workspace,
                         gint64            member,
                         gint64            manager)
{
  GListModel *members = accord_workspace_get_list (workspace, ACCORD_TYPE_MEMBER);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  const gint64 nobody = 0;
  guint selected = 0;

  g_return_if_fail (ACCORD_IS_MANAGER_ROW (self));

  self->filling = TRUE;
  g_array_set_size (self->ids, 0);
  g_array_append_val (self->ids, nobody);
  /* Translators: whom a member reports to. */
  gtk_string_list_append (names, _("Nobody on the Team"));
  for (guint i = 0; i < g_list_model_get_n_items (members); i++)
    {
      g_autoptr (AccordMember) other = g_list_model_get_item (members, i);
      gint64 id = accord_record_get_id (ACCORD_RECORD (other));

      if (id == member || (accord_member_get_left (other) != ACCORD_DATE_NONE && id != manager))
        continue;
      if (id == manager)
        selected = self->ids->len;
      g_array_append_val (self->ids, id);
      gtk_string_list_append (names, accord_member_get_name (other));
    }
  adw_combo_row_set_model (ADW_COMBO_ROW (self), G_LIST_MODEL (names));
  adw_combo_row_set_selected (ADW_COMBO_ROW (self), selected);
  self->filling = FALSE;
}

gint64
accord_manager_row_get_manager (AccordManagerRow *self)
{
  guint selected;

  g_return_val_if_fail (ACCORD_IS_MANAGER_ROW (self), 0);

  selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self));

  return selected < self->ids->len ? g_array_index (self->ids, gint64, selected) : 0;
}
