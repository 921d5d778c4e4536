/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-import-lines.h"

#include <glib/gi18n.h>

#include "accord-import-entries.h"

struct _AccordImportLines
{
  AdwBin parent_instance;

  AccordImportPlan *plan;
  AccordImportEntries *entries;
  gboolean done;

  GtkToggleButton *all_button;
  GtkToggleButton *added_button;
  GtkToggleButton *updated_button;
  GtkToggleButton *skipped_button;
  GtkToggleButton *refused_button;
  GtkColumnView *column_view;
  GtkStack *stack;
};

G_DEFINE_FINAL_TYPE (AccordImportLines, accord_import_lines, ADW_TYPE_BIN)

static const struct
{
  const char *icon_name;
  const char *style;
  const char *will;
  const char *did;
} action_looks[] = {
  /* Translators: what will happen with a line of the file. */
  [ACCORD_IMPORT_ADD] = { "list-add-symbolic", "success", NC_("import line", "Add"), NC_("import line", "Added") },
  [ACCORD_IMPORT_UPDATE] = { "document-edit-symbolic", "accent", NC_("import line", "Update"),
                             NC_("import line", "Updated") },
  [ACCORD_IMPORT_SKIP] = { "media-skip-forward-symbolic", "dim-label", NC_("import line", "Skip"),
                           NC_("import line", "Skipped") },
  [ACCORD_IMPORT_REFUSE] = { "dialog-error-symbolic", "error", NC_("import line", "Refuse"),
                             NC_("import line", "Refused") },
};

static GtkWidget *
line_label_new (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (label), 12);

  return label;
}

static void
on_number_setup (GtkSignalListItemFactory *factory,
                 GtkListItem              *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_set_valign (label, GTK_ALIGN_BASELINE);
  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_list_item_set_child (item, label);
}

static void
on_number_bind (GtkSignalListItemFactory *factory,
                GtkListItem              *item)
{
  const AccordImportLine *line = accord_import_entry_get_line (gtk_list_item_get_item (item));
  g_autofree char *number = g_strdup_printf ("%u", line->line);

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)), number);
}

static void
on_action_setup (GtkSignalListItemFactory *factory,
                 GtkListItem              *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *image = gtk_image_new ();
  GtkWidget *label = gtk_label_new (NULL);

  gtk_accessible_update_state (GTK_ACCESSIBLE (image), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (GTK_BOX (box), image);
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_item_set_child (item, box);
}

static void
on_action_bind (GtkSignalListItemFactory *factory,
                GtkListItem              *item,
                AccordImportLines        *self)
{
  const AccordImportLine *line = accord_import_entry_get_line (gtk_list_item_get_item (item));
  GtkWidget *box = gtk_list_item_get_child (item);
  GtkWidget *image = gtk_widget_get_first_child (box);
  const char *words = self->done ? action_looks[line->action].did : action_looks[line->action].will;
  const char *classes[] = { action_looks[line->action].style, NULL };

  gtk_image_set_from_icon_name (GTK_IMAGE (image), action_looks[line->action].icon_name);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (box)), g_dpgettext2 (NULL, "import line", words));
  gtk_widget_set_css_classes (box, classes);
}

static void
on_about_setup (GtkSignalListItemFactory *factory,
                GtkListItem              *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *about = line_label_new ();
  GtkWidget *reason = line_label_new ();

  gtk_box_append (GTK_BOX (box), about);
  gtk_box_append (GTK_BOX (box), reason);
  gtk_list_item_set_child (item, box);
}

static void
on_about_bind (GtkSignalListItemFactory *factory,
               GtkListItem              *item)
{
  const AccordImportLine *line = accord_import_entry_get_line (gtk_list_item_get_item (item));
  g_autofree char *what = accord_import_entry_describe (gtk_list_item_get_item (item));
  GtkWidget *about = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *reason = gtk_widget_get_last_child (gtk_list_item_get_child (item));
  g_autoptr (GString) text = g_string_new (line->reason);

  if (*line->note != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", line->note);
  gtk_label_set_label (GTK_LABEL (about), what);
  gtk_widget_set_visible (about, *what != '\0');
  gtk_label_set_label (GTK_LABEL (reason), text->str);
  gtk_widget_set_visible (reason, text->len > 0);
  if (*what != '\0')
    gtk_widget_add_css_class (reason, "caption");
  else
    gtk_widget_remove_css_class (reason, "caption");
}

static GtkToggleButton *
lines_get_filter (AccordImportLines *self,
                  int                action)
{
  switch (action)
    {
    case ACCORD_IMPORT_ADD: return self->added_button;
    case ACCORD_IMPORT_UPDATE: return self->updated_button;
    case ACCORD_IMPORT_SKIP: return self->skipped_button;
    case ACCORD_IMPORT_REFUSE: return self->refused_button;
    default: return self->all_button;
    }
}

static int
lines_get_action (AccordImportLines *self)
{
  for (int action = ACCORD_IMPORT_ADD; action <= ACCORD_IMPORT_REFUSE; action++)
    {
      if (gtk_toggle_button_get_active (lines_get_filter (self, action)))
        return action;
    }

  return ACCORD_IMPORT_ALL_ACTIONS;
}

static void
lines_show_count (AccordImportLines *self,
                  int                action,
                  const char        *format,
                  guint              count)
{
  g_autofree char *number = g_strdup_printf ("%u", count);
  g_autoptr (GString) label = g_string_new (format);

  g_string_replace (label, "%s", number, 1);
  gtk_button_set_label (GTK_BUTTON (lines_get_filter (self, action)), label->str);
}

static void
lines_update (AccordImportLines *self)
{
  accord_import_entries_show (self->entries, self->plan, lines_get_action (self));
  gtk_stack_set_visible_child_name (self->stack, g_list_model_get_n_items (G_LIST_MODEL (self->entries)) > 0
                                                   ? "list" : "none");
}

static void
on_filter_toggled (AccordImportLines *self,
                   GtkToggleButton   *button)
{
  /* Of the two that change, the one that is chosen now. */
  if (gtk_toggle_button_get_active (button))
    lines_update (self);
}

static void
accord_import_lines_dispose (GObject *object)
{
  AccordImportLines *self = ACCORD_IMPORT_LINES (object);

  g_clear_pointer (&self->plan, accord_import_plan_unref);
  g_clear_object (&self->entries);

  G_OBJECT_CLASS (accord_import_lines_parent_class)->dispose (object);
}

static void
accord_import_lines_class_init (AccordImportLinesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_import_lines_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/accord/Accord/ui/import/accord-import-lines.ui");
  gtk_widget_class_bind_template_child (widget_class, AccordImportLines, all_button);
  gtk_widget_class_bind_template_child (widget_class, AccordImportLines, added_button);
  gtk_widget_class_bind_template_child (widget_class, AccordImportLines, updated_button);
  gtk_widget_class_bind_template_child (widget_class, AccordImportLines, skipped_button);
  gtk_widget_class_bind_template_child (widget_class, AccordImportLines, refused_button);
  gtk_widget_class_bind_template_child (widget_class, AccordImportLines, column_view);
  gtk_widget_class_bind_template_child (widget_class, AccordImportLines, stack);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_number_setup);
  gtk_widget_class_bind_template_callback (widget_class, on_number_bind);
  gtk_widget_class_bind_template_callback (widget_class, on_action_setup);
  gtk_widget_class_bind_template_callback (widget_class, on_action_bind);
  gtk_widget_class_bind_template_callback (widget_class, on_about_setup);
  gtk_widget_class_bind_template_callback (widget_class, on_about_bind);
}

static void
accord_import_lines_init (AccordImportLines *self)
{
  g_autoptr (GtkSelectionModel) selection = NULL;

  self->entries = accord_import_entries_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  selection = GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->entries))));
  gtk_column_view_set_model (self->column_view, selection);
}

void
accord_import_lines_set_plan (AccordImportLines *self,
                              AccordImportPlan  *plan)
{
  AccordImportCounts counts = { 0 };

  g_return_if_fail (ACCORD_IS_IMPORT_LINES (self));

  if (plan != NULL)
    {
      accord_import_plan_ref (plan);
      counts = accord_import_plan_get_counts (plan);
    }
  g_clear_pointer (&self->plan, accord_import_plan_unref);
  self->plan = plan;

  /* Translators: %s is how many lines of the file. */
  lines_show_count (self, ACCORD_IMPORT_ALL_ACTIONS, _("All %s"), counts.read);
  lines_show_count (self, ACCORD_IMPORT_ADD, _("Added %s"), counts.added);
  lines_show_count (self, ACCORD_IMPORT_UPDATE, _("Updated %s"), counts.updated);
  lines_show_count (self, ACCORD_IMPORT_SKIP, _("Skipped %s"), counts.skipped);
  lines_show_count (self, ACCORD_IMPORT_REFUSE, _("Refused %s"), counts.refused);
  lines_update (self);
}

void
accord_import_lines_set_done (AccordImportLines *self)
{
  g_return_if_fail (ACCORD_IS_IMPORT_LINES (self));

  self->done = TRUE;
  gtk_toggle_button_set_active (self->refused_button, TRUE);
  lines_update (self);
}
