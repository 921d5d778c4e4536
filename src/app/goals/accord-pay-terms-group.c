/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-pay-terms-group.h"

#include "accord-plan-draft-terms.h"

#include <glib/gi18n.h>

struct _AccordPayTermsGroup
{
  AdwBin parent_instance;

  AccordPlanDraft *draft;
  GPtrArray *offered; /* AccordPayTerms, live, in the order of the list, from its second place on */
  gboolean loading;
  gboolean naming; /* the name of terms that are to be shared is asked for */

  AdwComboRow *terms_row;
  AccordFieldRow *name_row;
  GtkButton *share_button;
  GtkButton *save_button;
  GtkButton *remove_button;
};

G_DEFINE_FINAL_TYPE (AccordPayTermsGroup, accord_pay_terms_group, ADW_TYPE_BIN)

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return g_utf8_collate (accord_pay_terms_get_name (*(AccordPayTerms *const *) a),
                         accord_pay_terms_get_name (*(AccordPayTerms *const *) b));
}

static gboolean
has_names (GListModel *model,
           GStrv       names)
{
  guint n = g_list_model_get_n_items (model);

  if (n != g_strv_length (names))
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (!g_str_equal (gtk_string_list_get_string (GTK_STRING_LIST (model), i), names[i]))
      return FALSE;

  return TRUE;
}

/* The row gets another model, and only where the names are others: with one that is changed in place the keys choose
 * nothing in the row's popover. */
static void
load_names (AccordPayTermsGroup *self)
{
  GListModel *list = accord_workspace_get_list (accord_plan_draft_get_workspace (self->draft), ACCORD_TYPE_PAY_TERMS);
  gint64 chosen = accord_plan_get_pay_terms (accord_plan_draft_get_plan (self->draft));
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;
  guint selected = 0;

  g_ptr_array_set_size (self->offered, 0);
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    g_ptr_array_add (self->offered, g_list_model_get_item (list, i));
  g_ptr_array_sort (self->offered, compare_names);

  g_strv_builder_add (builder, _("Own terms"));
  for (guint i = 0; i < self->offered->len; i++)
    {
      AccordPayTerms *terms = g_ptr_array_index (self->offered, i);

      g_strv_builder_add (builder, accord_pay_terms_get_name (terms));
      if (accord_record_get_id (ACCORD_RECORD (terms)) == chosen)
        selected = i + 1;
    }
  names = g_strv_builder_end (builder);
  if (!has_names (adw_combo_row_get_model (self->terms_row), names))
    {
      g_autoptr (GtkStringList) model = gtk_string_list_new ((const char *const *) names);

      adw_combo_row_set_model (self->terms_row, G_LIST_MODEL (model));
    }
  adw_combo_row_set_selected (self->terms_row, selected);
}

static void
show_shared (AccordPayTermsGroup *self,
             AccordPayTerms      *terms)
{
  guint n = accord_plan_draft_count_paid_by (self->draft, terms);
  /* Translators: %u is a number of members. */
  g_autofree char *hint = g_strdup_printf (ngettext ("Shared: what is changed here changes for %u member",
                                                     "Shared: what is changed here changes for %u members", n),
                                           n);

  accord_field_row_set_hint (self->name_row, hint);
}

static void
show (AccordPayTermsGroup *self)
{
  AccordPayTerms *terms = accord_plan_draft_get_terms (self->draft);
  AccordPayWords words;

  accord_plan_draft_get_pay (self->draft, &words);
  gtk_widget_set_visible (GTK_WIDGET (self->name_row), terms != NULL || self->naming);
  gtk_widget_set_visible (GTK_WIDGET (self->share_button), terms == NULL && !self->naming);
  gtk_widget_set_sensitive (GTK_WIDGET (self->share_button), *words.tiers != '\0');
  gtk_widget_set_visible (GTK_WIDGET (self->save_button), terms == NULL && self->naming);
  gtk_widget_set_visible (GTK_WIDGET (self->remove_button), terms != NULL);
  if (terms != NULL)
    show_shared (self, terms);
  else
    accord_field_row_set_hint (self->name_row, _("Others can be paid by it then, and a change is made once for all"));
}

static void
reload (AccordPayTermsGroup *self)
{
  AccordPayTerms *terms = accord_plan_draft_get_terms (self->draft);

  self->loading = TRUE;
  self->naming = FALSE;
  load_names (self);
  accord_field_row_set_text (self->name_row, terms != NULL ? accord_pay_terms_get_name (terms) : "");
  accord_field_row_set_error (self->name_row, NULL);
  show (self);
  self->loading = FALSE;
}

static void
on_terms_selected (AccordPayTermsGroup *self)
{
  guint selected = adw_combo_row_get_selected (self->terms_row);

  if (self->loading || self->draft == NULL || selected > self->offered->len)
    return;

  accord_plan_draft_use_terms (self->draft,
                               selected > 0 ? g_ptr_array_index (self->offered, selected - 1) : NULL);
  reload (self);
  g_signal_emit (self, signals[CHOSEN], 0);
}

/* NULL where the name can be; else what is wrong with it. */
static const char *
find_fault (AccordPayTermsGroup *self)
{
  g_autofree char *name = g_strstrip (g_strdup (accord_field_row_get_text (self->name_row)));

  if (*name == '\0')
    return _("Give the pay plan a name");
  if (accord_plan_draft_is_terms_name_taken (self->draft, name, accord_plan_draft_get_terms (self->draft)))
    return _("There is a shared pay plan of that name already");

  return NULL;
}

static void
on_name_edited (AccordPayTermsGroup *self)
{
  AccordPayTerms *terms = accord_plan_draft_get_terms (self->draft);

  if (self->loading)
    return;

  accord_field_row_set_error (self->name_row, terms != NULL ? find_fault (self) : NULL);
  if (terms == NULL)
    return;
  accord_pay_terms_set_name (terms, accord_field_row_get_text (self->name_row));
  accord_plan_draft_edited (self->draft);
}

/* Then the list has the new name too. */
static void
on_name_finished (AccordPayTermsGroup *self)
{
  if (accord_plan_draft_get_terms (self->draft) == NULL || find_fault (self) != NULL)
    return;

  accord_plan_draft_save (self->draft);
  self->loading = TRUE;
  load_names (self);
  self->loading = FALSE;
}

static void
on_share_clicked (AccordPayTermsGroup *self)
{
  self->naming = TRUE;
  show (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->name_row));
}

static void
on_save_clicked (AccordPayTermsGroup *self)
{
  g_autofree char *name = g_strstrip (g_strdup (accord_field_row_get_text (self->name_row)));
  const char *fault = find_fault (self);
  g_autoptr (GError) error = NULL;

  if (fault == NULL && !accord_plan_draft_share_terms (self->draft, name, &error))
    fault = error != NULL ? error->message : _("The pay plan could not be stored");
  accord_field_row_set_error (self->name_row, fault);
  if (fault != NULL)
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->name_row));
      return;
    }

  gtk_widget_grab_focus (GTK_WIDGET (self->terms_row));
  reload (self);
  g_signal_emit (self, signals[CHOSEN], 0);
}

static void
on_name_entered (AccordPayTermsGroup *self)
{
  if (self->naming)
    on_save_clicked (self);
  else
    gtk_widget_child_focus (gtk_widget_get_parent (GTK_WIDGET (self)), GTK_DIR_TAB_FORWARD);
}

static void
on_remove_clicked (AccordPayTermsGroup *self)
{
  g_autoptr (GError) error = NULL;

  if (!accord_plan_draft_remove_terms (self->draft, &error))
    {
      accord_field_row_set_error (self->name_row, error->message);
      return;
    }
  reload (self);
  g_signal_emit (self, signals[CHOSEN], 0);
}

static void
accord_pay_terms_group_dispose (GObject *object)
{
  AccordPayTermsGroup *self = ACCORD_PAY_TERMS_GROUP (object);

  self->loading = TRUE;
  g_clear_object (&self->draft);

  G_OBJECT_CLASS (accord_pay_terms_group_parent_class)->dispose (object);
}

static void
accord_pay_terms_group_finalize (GObject *object)
{
  g_ptr_array_unref (ACCORD_PAY_TERMS_GROUP (object)->offered);

  G_OBJECT_CLASS (accord_pay_terms_group_parent_class)->finalize (object);
}

static void
accord_pay_terms_group_class_init (AccordPayTermsGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_pay_terms_group_dispose;
  G_OBJECT_CLASS (klass)->finalize = accord_pay_terms_group_finalize;

  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
  g_type_ensure (ACCORD_TYPE_FIELD_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/accord/Accord/ui/goals/accord-pay-terms-group.ui");
  gtk_widget_class_bind_template_child (widget_class, AccordPayTermsGroup, terms_row);
  gtk_widget_class_bind_template_child (widget_class, AccordPayTermsGroup, name_row);
  gtk_widget_class_bind_template_child (widget_class, AccordPayTermsGroup, share_button);
  gtk_widget_class_bind_template_child (widget_class, AccordPayTermsGroup, save_button);
  gtk_widget_class_bind_template_child (widget_class, AccordPayTermsGroup, remove_button);
  gtk_widget_class_bind_template_callback (widget_class, on_terms_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_name_edited);
  gtk_widget_class_bind_template_callback (widget_class, on_name_finished);
  gtk_widget_class_bind_template_callback (widget_class, on_name_entered);
  gtk_widget_class_bind_template_callback (widget_class, on_share_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_save_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_remove_clicked);
}

static void
accord_pay_terms_group_init (AccordPayTermsGroup *self)
{
  self->offered = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
accord_pay_terms_group_load (AccordPayTermsGroup *self,
                             AccordPlanDraft     *draft)
{
  g_return_if_fail (ACCORD_IS_PAY_TERMS_GROUP (self));

  g_set_object (&self->draft, draft);
  reload (self);
}

void
accord_pay_terms_group_refresh (AccordPayTermsGroup *self)
{
  if (self->draft != NULL)
    show (self);
}
