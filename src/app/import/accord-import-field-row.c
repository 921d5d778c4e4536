/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-import-field-row.h"

#include <glib/gi18n.h>

/* Where the field's values come from; also the first rows of the list, before the columns. */
typedef enum
{
  SOURCE_DETECTED,
  SOURCE_NONE,
  SOURCE_VALUE,
  SOURCE_COLUMN,
} Source;

struct _AccordImportFieldRow
{
  AdwComboRow parent_instance;

  const AccordImportField *field;
  gboolean updating;
  Source source;
  GPtrArray *chosen; /* of char *, the headers, of which only an alias has several */
  GListStore *list;  /* of GtkStringObject; the header is its "header", a value of the column its "sample" */
  GtkImage *missing_image;
  AdwEntryRow *value_row;
};

G_DEFINE_FINAL_TYPE (AccordImportFieldRow, accord_import_field_row, ADW_TYPE_COMBO_ROW)

enum
{
  CHANGED,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

static GtkStringObject *
row_item_new (const char *title,
              const char *header,
              const char *sample)
{
  GtkStringObject *item = gtk_string_object_new (title);

  g_object_set_data_full (G_OBJECT (item), "header", g_strdup (header), g_free);
  g_object_set_data_full (G_OBJECT (item), "sample", g_strdup (sample), g_free);

  return item;
}

static void
row_append (GListStore *list,
            const char *title,
            const char *header,
            const char *sample)
{
  g_autoptr (GtkStringObject) item = row_item_new (title, header, sample);

  g_list_store_append (list, item);
}

static const char *
item_get (gpointer    item,
          const char *key)
{
  return g_object_get_data (G_OBJECT (item), key);
}

/* The place of a column in the list, GTK_INVALID_LIST_POSITION where the file has none of that name. */
static guint
row_find_header (GListModel *list,
                 const char *header)
{
  for (guint i = SOURCE_COLUMN; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (list, i);

      if (g_strcmp0 (item_get (item, "header"), header) == 0)
        return i;
    }

  return GTK_INVALID_LIST_POSITION;
}

static gboolean
row_lists_are_equal (GListModel *a,
                     GListModel *b)
{
  if (g_list_model_get_n_items (a) != g_list_model_get_n_items (b))
    return FALSE;
  for (guint i = 0; i < g_list_model_get_n_items (a); i++)
    {
      g_autoptr (GtkStringObject) one = g_list_model_get_item (a, i);
      g_autoptr (GtkStringObject) other = g_list_model_get_item (b, i);

      if (strcmp (gtk_string_object_get_string (one), gtk_string_object_get_string (other)) != 0)
        return FALSE;
    }

  return TRUE;
}

static void
row_select_source (AccordImportFieldRow *self)
{
  guint position = self->source;

  if (self->source == SOURCE_COLUMN)
    position = row_find_header (G_LIST_MODEL (self->list), g_ptr_array_index (self->chosen, 0));

  self->updating = TRUE;
  adw_combo_row_set_selected (ADW_COMBO_ROW (self), position);
  self->updating = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->value_row), self->source == SOURCE_VALUE);
}

static void
on_selected (AccordImportFieldRow *self)
{
  guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self));

  if (self->updating || selected == GTK_INVALID_LIST_POSITION)
    return;

  self->source = MIN (selected, SOURCE_COLUMN);
  g_ptr_array_set_size (self->chosen, 0);
  if (self->source == SOURCE_COLUMN)
    g_ptr_array_add (self->chosen,
                     g_strdup (item_get (adw_combo_row_get_selected_item (ADW_COMBO_ROW (self)), "header")));
  gtk_widget_set_visible (GTK_WIDGET (self->value_row), self->source == SOURCE_VALUE);
  if (self->source == SOURCE_VALUE)
    gtk_widget_grab_focus (GTK_WIDGET (self->value_row));
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_value_changed (AccordImportFieldRow *self)
{
  if (!self->updating && self->source == SOURCE_VALUE)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_item_selected (GtkListItem *item)
{
  GtkWidget *box = gtk_list_item_get_child (item);
  AdwComboRow *row = g_object_get_data (G_OBJECT (item), "row");
  gboolean selected = row != NULL && gtk_list_item_get_item (item) != NULL
                      && gtk_list_item_get_item (item) == adw_combo_row_get_selected_item (row);

  gtk_widget_set_opacity (gtk_widget_get_last_child (box), selected ? 1 : 0);
}

static GtkWidget *
item_label_new (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 36);

  return label;
}

static void
on_item_setup (AccordImportFieldRow *self,
               GtkListItem          *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *sample = item_label_new ();
  GtkWidget *check = gtk_image_new_from_icon_name ("object-select-symbolic");

  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (sample, "caption");
  gtk_widget_add_css_class (sample, "dim-label");
  gtk_box_append (GTK_BOX (words), item_label_new ());
  gtk_box_append (GTK_BOX (words), sample);
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), check);
  gtk_list_item_set_child (item, box);
  g_object_set_data (G_OBJECT (item), "row", self);
  g_signal_connect_object (self, "notify::selected-item", G_CALLBACK (on_item_selected), item, G_CONNECT_SWAPPED);
}

static void
on_item_bind (AccordImportFieldRow *self,
              GtkListItem          *item)
{
  gpointer object = gtk_list_item_get_item (item);
  GtkWidget *words = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *sample = gtk_widget_get_last_child (words);
  const char *header = item_get (object, "header");
  const char *value = item_get (object, "sample");

  gtk_label_set_label (GTK_LABEL (gtk_widget_get_first_child (words)),
                       header != NULL ? header : gtk_string_object_get_string (object));
  gtk_label_set_label (GTK_LABEL (sample), value != NULL ? value : "");
  gtk_widget_set_visible (sample, value != NULL && *value != '\0');
  on_item_selected (item);
}

static void
accord_import_field_row_finalize (GObject *object)
{
  AccordImportFieldRow *self = ACCORD_IMPORT_FIELD_ROW (object);

  g_ptr_array_unref (self->chosen);
  g_object_unref (self->list);
  g_clear_object (&self->value_row);

  G_OBJECT_CLASS (accord_import_field_row_parent_class)->finalize (object);
}

static void
accord_import_field_row_class_init (AccordImportFieldRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = accord_import_field_row_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
accord_import_field_row_init (AccordImportFieldRow *self)
{
  g_autoptr (GtkExpression) title = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  self->chosen = g_ptr_array_new_with_free_func (g_free);
  self->list = g_list_store_new (GTK_TYPE_STRING_OBJECT);
  self->value_row = g_object_ref_sink (ADW_ENTRY_ROW (adw_entry_row_new ()));
  self->missing_image = GTK_IMAGE (gtk_image_new_from_icon_name ("dialog-warning-symbolic"));
  gtk_widget_add_css_class (GTK_WIDGET (self->missing_image), "warning");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->missing_image), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("No column"), -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), GTK_WIDGET (self->missing_image));
  gtk_widget_set_visible (GTK_WIDGET (self->missing_image), FALSE);

  g_signal_connect_object (factory, "setup", G_CALLBACK (on_item_setup), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_item_bind), self, G_CONNECT_SWAPPED);
  g_object_set (self, "expression", title, "list-factory", factory, "use-subtitle", TRUE, "use-markup", FALSE, NULL);
  g_signal_connect (self, "notify::selected", G_CALLBACK (on_selected), NULL);
  g_signal_connect_object (self->value_row, "changed", G_CALLBACK (on_value_changed), self, G_CONNECT_SWAPPED);
}

AccordImportFieldRow *
accord_import_field_row_new (const AccordImportField *field)
{
  AccordImportFieldRow *self = g_object_new (ACCORD_TYPE_IMPORT_FIELD_ROW, NULL);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autofree char *title = NULL;
  g_autofree char *value_title = NULL;

  self->field = field;
  /* Translators: %s is a field, such as Name, without which a file cannot be imported. */
  title = field->required ? g_strdup_printf (_("%s (required)"), _(field->title)) : g_strdup (_(field->title));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  /* Translators: %s is a field, such as Year. */
  value_title = g_strdup_printf (_("%s in every row"), _(field->title));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->value_row), value_title);
  accord_import_field_row_set_columns (self, none, none, NULL, FALSE);

  return self;
}

GtkWidget *
accord_import_field_row_get_value_row (AccordImportFieldRow *self)
{
  g_return_val_if_fail (ACCORD_IS_IMPORT_FIELD_ROW (self), NULL);

  return GTK_WIDGET (self->value_row);
}

static char *
row_dup_detected_title (AccordImportFieldRow *self,
                        const char           *detected,
                        gboolean              needed)
{
  if (self->source != SOURCE_DETECTED || detected == NULL)
    return g_strdup (_("Automatic"));
  if (*detected != '\0')
    /* Translators: %s is the header of a column. */
    return g_strdup_printf (_("Detected: %s"), detected);

  return g_strdup (needed ? _("Choose a column") : _("No column found"));
}

void
accord_import_field_row_set_columns (AccordImportFieldRow *self,
                                     GPtrArray            *headers,
                                     GPtrArray            *samples,
                                     const char           *detected,
                                     gboolean              needed)
{
  g_autoptr (GListStore) list = g_list_store_new (GTK_TYPE_STRING_OBJECT);
  g_autofree char *detected_title = NULL;

  g_return_if_fail (ACCORD_IS_IMPORT_FIELD_ROW (self));

  detected_title = row_dup_detected_title (self, detected, needed);
  row_append (list, detected_title, NULL, NULL);
  row_append (list, _("None: leave it out"), NULL, NULL);
  row_append (list, _("The same in every row…"), NULL, NULL);
  for (guint i = 0; i < headers->len; i++)
    row_append (list, g_ptr_array_index (headers, i), g_ptr_array_index (headers, i), g_ptr_array_index (samples, i));
  for (guint i = 0; i < self->chosen->len; i++)
    {
      const char *header = g_ptr_array_index (self->chosen, i);
      /* Translators: %s is the header of a column. */
      g_autofree char *title = g_strdup_printf (_("%s (not in this file)"), header);

      if (row_find_header (G_LIST_MODEL (list), header) == GTK_INVALID_LIST_POSITION)
        row_append (list, title, header, NULL);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->missing_image), needed);

  /* A list that is open while the answer comes in stays as it is where it can. */
  if (row_lists_are_equal (G_LIST_MODEL (list), G_LIST_MODEL (self->list)))
    return;
  g_set_object (&self->list, list);
  self->updating = TRUE;
  adw_combo_row_set_model (ADW_COMBO_ROW (self), G_LIST_MODEL (list));
  self->updating = FALSE;
  row_select_source (self);
}

void
accord_import_field_row_load (AccordImportFieldRow      *self,
                              const AccordImportOptions *options)
{
  const char *field;
  const char *text;

  g_return_if_fail (ACCORD_IS_IMPORT_FIELD_ROW (self));

  self->source = SOURCE_DETECTED;
  g_ptr_array_set_size (self->chosen, 0);
  for (guint i = 0; i < accord_import_options_get_n_maps (options); i++)
    {
      accord_import_options_get_map (options, i, &field, &text);
      if (strcmp (field, self->field->name) != 0)
        continue;
      self->source = *text != '\0' ? SOURCE_COLUMN : SOURCE_NONE;
      if (*text != '\0')
        g_ptr_array_add (self->chosen, g_strdup (text));
    }
  for (guint i = 0; i < accord_import_options_get_n_sets (options); i++)
    {
      accord_import_options_get_set (options, i, &field, &text);
      if (strcmp (field, self->field->name) != 0)
        continue;
      self->source = SOURCE_VALUE;
      self->updating = TRUE;
      gtk_editable_set_text (GTK_EDITABLE (self->value_row), text);
      self->updating = FALSE;
    }
  for (guint i = 0; i < self->chosen->len; i++)
    {
      const char *header = g_ptr_array_index (self->chosen, i);
      g_autofree char *title = g_strdup_printf (_("%s (not in this file)"), header);

      if (row_find_header (G_LIST_MODEL (self->list), header) == GTK_INVALID_LIST_POSITION)
        row_append (self->list, title, header, NULL);
    }
  row_select_source (self);
}

void
accord_import_field_row_store (AccordImportFieldRow *self,
                               AccordImportOptions  *options)
{
  const char *value = gtk_editable_get_text (GTK_EDITABLE (self->value_row));

  g_return_if_fail (ACCORD_IS_IMPORT_FIELD_ROW (self));

  if (self->source == SOURCE_NONE)
    accord_import_options_map (options, self->field->name, "");
  else if (self->source == SOURCE_VALUE && *value != '\0')
    accord_import_options_set (options, self->field->name, value);
  for (guint i = 0; self->source == SOURCE_COLUMN && i < self->chosen->len; i++)
    accord_import_options_map (options, self->field->name, g_ptr_array_index (self->chosen, i));
}
