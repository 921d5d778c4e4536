/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-version-list.h"

#include "accord-commitment-query.h"
#include "accord-member.h"
#include "accord-money.h"

#include <glib/gi18n.h>

struct _AccordVersionList
{
  AdwBin parent_instance;

  AccordWorkspace *workspace;
  GtkWidget *list;
};

G_DEFINE_FINAL_TYPE (AccordVersionList, accord_version_list, ADW_TYPE_BIN)

static char *
format_money (AccordVersionList *self,
              gint64             amount)
{
  AccordSettings *settings = accord_workspace_get_settings (self->workspace);

  return accord_money_format (amount, accord_settings_get_currency (settings),
                              (int) accord_settings_get_decimals (settings));
}

static const char *
get_member_name (AccordVersionList *self,
                 gint64             id)
{
  AccordMember *member = id != 0 ? accord_workspace_find (self->workspace, ACCORD_TYPE_MEMBER, id) : NULL;

  return member != NULL ? accord_member_get_name (member) : _("nobody");
}

static void
add_amounts (AccordVersionList *self,
             GStrvBuilder      *changes,
             const char        *what,
             gint64             before,
             gint64             after)
{
  g_autofree char *from = format_money (self, before), *to = format_money (self, after);
  g_autofree char *line = NULL;

  if (before == after)
    return;
  /* Translators: what was changed: "Commitment", "Q1"; an amount of money before and after. */
  line = g_strdup_printf (_("%1$s %2$s → %3$s"), what, from, to);
  g_strv_builder_add (changes, line);
}

/* What is another than in the version before, in a line; NULL where nothing is. */
static char *
dup_changes (AccordVersionList *self,
             AccordCommitment  *before,
             AccordCommitment  *after)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) changes = NULL;
  const gint64 quarters[][2] = {
    { accord_commitment_get_q1 (before), accord_commitment_get_q1 (after) },
    { accord_commitment_get_q2 (before), accord_commitment_get_q2 (after) },
    { accord_commitment_get_q3 (before), accord_commitment_get_q3 (after) },
    { accord_commitment_get_q4 (before), accord_commitment_get_q4 (after) },
  };

  add_amounts (self, builder, _("Commitment"), accord_commitment_get_amount (before),
               accord_commitment_get_amount (after));
  add_amounts (self, builder, _("Quota"), accord_commitment_get_quota (before), accord_commitment_get_quota (after));
  for (int i = 0; i < 4; i++)
    {
      g_autofree char *name = g_strdup_printf (C_("quarter", "Q%d"), i + 1);

      add_amounts (self, builder, name, quarters[i][0], quarters[i][1]);
    }
  if (accord_commitment_get_partner (before) != accord_commitment_get_partner (after))
    {
      /* Translators: the accountability partner's name before and after. */
      g_autofree char *line = g_strdup_printf (_("Partner %1$s → %2$s"),
                                               get_member_name (self, accord_commitment_get_partner (before)),
                                               get_member_name (self, accord_commitment_get_partner (after)));

      g_strv_builder_add (builder, line);
    }
  if (g_strcmp0 (accord_commitment_get_because (before), accord_commitment_get_because (after)) != 0)
    g_strv_builder_add (builder, _("Another reason to commit"));
  changes = g_strv_builder_end (builder);

  return changes[0] != NULL ? g_strjoinv (" · ", changes) : NULL;
}

static GtkWidget *
row_new (AccordVersionList *self,
         AccordCommitment  *commitment,
         AccordCommitment  *before)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *amount = format_money (self, accord_commitment_get_amount (commitment));
  g_autofree char *day = accord_date_format (accord_commitment_get_committed_on (commitment));
  /* Translators: %1 counts the versions of a commitment, %2 is an amount of money, %3 a date. */
  g_autofree char *title = g_strdup_printf (_("Version %1$d: %2$s, committed on %3$s"),
                                            (int) accord_commitment_get_version (commitment), amount, day);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *title_markup = g_markup_escape_text (title, -1);
  g_autofree char *markup = NULL;

  if (before == NULL)
    {
      const char *because = accord_commitment_get_because (commitment);

      if (*because != '\0')
        /* Translators: %s is the reason of a commitment, as typed by the user. */
        g_string_append_printf (text, _("Because %s"), because);
    }
  else
    {
      g_autofree char *changes = dup_changes (self, before, commitment);

      g_string_append (text, accord_commitment_get_reason (commitment));
      if (changes != NULL)
        g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", changes);
    }
  markup = g_markup_escape_text (text->str, -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title_markup);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), markup);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_widget_set_focusable (row, TRUE);

  return row;
}

static void
accord_version_list_dispose (GObject *object)
{
  g_clear_object (&ACCORD_VERSION_LIST (object)->workspace);

  G_OBJECT_CLASS (accord_version_list_parent_class)->dispose (object);
}

static void
accord_version_list_class_init (AccordVersionListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = accord_version_list_dispose;
}

static void
accord_version_list_init (AccordVersionList *self)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("Versions"));
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Versions"), -1);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->list);
  adw_bin_set_child (ADW_BIN (self), group);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

void
accord_version_list_show (AccordVersionList *self,
                          AccordWorkspace   *workspace,
                          gint64             member,
                          int                year)
{
  g_autoptr (GPtrArray) versions = NULL;
  GtkWidget *row;

  g_return_if_fail (ACCORD_IS_VERSION_LIST (self));

  g_set_object (&self->workspace, workspace);
  while ((row = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
  versions = accord_commitment_list_versions (accord_workspace_get_list (workspace, ACCORD_TYPE_COMMITMENT), member,
                                              year);
  for (guint i = 0; i < versions->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (self->list),
                         row_new (self, g_ptr_array_index (versions, i),
                                  i + 1 < versions->len ? g_ptr_array_index (versions, i + 1) : NULL));
  gtk_widget_set_visible (GTK_WIDGET (self), versions->len > 0);
}
