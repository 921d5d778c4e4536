/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-target-history.h"

#include <glib/gi18n.h>

#include "accord-commitment.h"

#define WIDTH 320
/* Up to so many versions it is as high as they are; more of them are scrolled. (A scrolled window does not ask how high lines
 * get when they are broken.) */
#define MAX_SHOWN 6
#define SCROLLED_HEIGHT 360

static GtkWidget *
row_new (AccordWorkspace *workspace,
         AccordMetric    *metric,
         AccordTarget    *target)
{
  AccordSettings *settings = accord_workspace_get_settings (workspace);
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *value
    = accord_target_value_format (metric, accord_target_get_value (target), accord_target_get_upper (target),
                                  accord_settings_get_currency (settings), (int) accord_settings_get_decimals (settings));
  g_autofree char *day = accord_date_format (accord_target_get_set_on (target));
  /* Translators: %1 counts the versions of a target, %2 is its value, such as "350" or "35 %". */
  g_autofree char *title = g_strdup_printf (_("Version %1$d: %2$s"), (int) accord_target_get_version (target),
                                            *value != '\0' ? value : _("no target"));
  const char *reason = accord_target_get_reason (target);
  g_autofree char *subtitle = *reason != '\0' ? g_strdup_printf ("%s · %s", day, reason) : g_strdup (day);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_focusable (row, TRUE);
  if (accord_target_is_from_plan (target, accord_workspace_get_list (workspace, ACCORD_TYPE_COMMITMENT)))
    {
      GtkWidget *mark = gtk_label_new (_("From the plan"));

      gtk_widget_set_valign (mark, GTK_ALIGN_CENTER);
      gtk_widget_add_css_class (mark, "accord-pill");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), mark);
    }

  return row;
}

static GtkWidget *
scrolled_new (GtkWidget *child)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scrolled), SCROLLED_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), child);

  return scrolled;
}

GtkWidget *
accord_target_history_new (AccordWorkspace         *workspace,
                           const AccordTargetPlace *place,
                           AccordMetric            *metric,
                           const char              *whose)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *heading;
  GtkWidget *list = gtk_list_box_new ();
  g_autoptr (GPtrArray) versions
    = accord_target_list_versions (accord_workspace_get_list (workspace, ACCORD_TYPE_TARGET), place);
  /* Translators: %1 is a member's name or "Whole Team", %2 the name of a metric. */
  g_autofree char *title = g_strdup_printf (_("%1$s, %2$s"), whose, accord_metric_get_name (metric));

  heading = gtk_label_new (title);
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_label_set_wrap (GTK_LABEL (heading), TRUE);
  gtk_widget_add_css_class (heading, "heading");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Versions"), -1);
  for (guint i = 0; i < versions->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (list), row_new (workspace, metric, versions->pdata[i]));
  gtk_widget_set_size_request (box, WIDTH, -1);
  gtk_box_append (GTK_BOX (box), heading);
  if (versions->len > MAX_SHOWN)
    list = scrolled_new (list);
  gtk_box_append (GTK_BOX (box), list);

  return box;
}
