/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-scope-choice.h"

#include <glib/gi18n.h>

#include "accord-territory.h"

struct _AccordScopeChoice
{
  AdwBin parent_instance;

  GtkDropDown *dropdown;
  GArray *ids; /* gint64: the territory behind each choice; 0 is the team */
  char *shape; /* what is offered */
  gint64 territory;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (AccordScopeChoice, accord_scope_choice, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_LABEL,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
on_selected (AccordScopeChoice *self)
{
  const guint selected = gtk_drop_down_get_selected (self->dropdown);

  if (self->filling || selected >= self->ids->len)
    return;

  self->territory = g_array_index (self->ids, gint64, selected);
  g_signal_emit (self, signals[CHOSEN], 0);
}

static void
accord_scope_choice_set_property (GObject      *object,
                                  guint         id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  switch (id)
    {
    case PROP_LABEL:
      gtk_accessible_update_property (GTK_ACCESSIBLE (ACCORD_SCOPE_CHOICE (object)->dropdown), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      g_value_get_string (value), -1);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
accord_scope_choice_dispose (GObject *object)
{
  g_clear_pointer (&ACCORD_SCOPE_CHOICE (object)->ids, g_array_unref);
  g_clear_pointer (&ACCORD_SCOPE_CHOICE (object)->shape, g_free);

  G_OBJECT_CLASS (accord_scope_choice_parent_class)->dispose (object);
}

static void
accord_scope_choice_class_init (AccordScopeChoiceClass *klass)
{
  G_OBJECT_CLASS (klass)->set_property = accord_scope_choice_set_property;
  G_OBJECT_CLASS (klass)->dispose = accord_scope_choice_dispose;

  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPERTIES, properties);

  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
}

static void
accord_scope_choice_init (AccordScopeChoice *self)
{
  const gint64 team = 0;

  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_val (self->ids, team);
  self->dropdown = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), _("Team or territory"));
  g_object_bind_property (self, "tooltip-text", self->dropdown, "tooltip-text", G_BINDING_SYNC_CREATE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->dropdown), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Team or territory"), -1);
  g_signal_connect_swapped (self->dropdown, "notify::selected", G_CALLBACK (on_selected), self);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->dropdown));
}

gint64
accord_scope_choice_get_territory (AccordScopeChoice *self)
{
  g_return_val_if_fail (ACCORD_IS_SCOPE_CHOICE (self), 0);

  return self->territory;
}

void
accord_scope_choice_set_territory (AccordScopeChoice *self,
                                   gint64             territory)
{
  g_return_if_fail (ACCORD_IS_SCOPE_CHOICE (self));

  for (guint i = 0; i < self->ids->len; i++)
    if (g_array_index (self->ids, gint64, i) == territory)
      gtk_drop_down_set_selected (self->dropdown, i);
}

static int
compare_territories (gconstpointer a,
                     gconstpointer b)
{
  AccordTerritory *one = *(AccordTerritory **) a;
  AccordTerritory *other = *(AccordTerritory **) b;
  const gint64 difference = accord_territory_get_position (one) - accord_territory_get_position (other);

  if (difference != 0)
    return difference < 0 ? -1 : 1;

  return g_utf8_collate (accord_territory_get_name (one), accord_territory_get_name (other));
}

void
accord_scope_choice_fill (AccordScopeChoice *self,
                          GListModel        *territories)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (GString) shape = g_string_new (NULL);
  const gint64 team = 0;
  guint selected = 0;
  gboolean gone;

  g_return_if_fail (ACCORD_IS_SCOPE_CHOICE (self));

  for (guint i = 0; territories != NULL && i < g_list_model_get_n_items (territories); i++)
    g_ptr_array_add (sorted, g_list_model_get_item (territories, i));
  g_ptr_array_sort (sorted, compare_territories);
  for (guint i = 0; i < sorted->len; i++)
    g_string_append_printf (shape, "%" G_GINT64_FORMAT " %s\n", accord_record_get_id (sorted->pdata[i]),
                            accord_territory_get_name (sorted->pdata[i]));
  /* A list that is open stays open where nothing is another. */
  if (g_strcmp0 (self->shape, shape->str) == 0)
    return;

  g_free (self->shape);
  self->shape = g_string_free (g_steal_pointer (&shape), FALSE);
  g_array_set_size (self->ids, 0);
  g_array_append_val (self->ids, team);
  /* Translators: the work of the whole team, in a list with that of its territories. */
  gtk_string_list_append (names, C_("scope", "Whole Team"));
  for (guint i = 0; i < sorted->len; i++)
    {
      const gint64 id = accord_record_get_id (sorted->pdata[i]);

      if (id == self->territory)
        selected = self->ids->len;
      g_array_append_val (self->ids, id);
      gtk_string_list_append (names, accord_territory_get_name (sorted->pdata[i]));
    }

  gone = g_array_index (self->ids, gint64, selected) != self->territory;
  self->filling = TRUE;
  gtk_drop_down_set_model (self->dropdown, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->dropdown, selected);
  self->filling = FALSE;
  self->territory = g_array_index (self->ids, gint64, selected);
  gtk_widget_set_visible (GTK_WIDGET (self), sorted->len > 0);
  if (gone)
    g_signal_emit (self, signals[CHOSEN], 0);
}
