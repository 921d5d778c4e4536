/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-account-item.h"

struct _AccordAccountItem
{
  GObject parent_instance;

  char *name;
  char *subtitle;
  gboolean ideal;
};

G_DEFINE_FINAL_TYPE (AccordAccountItem, accord_account_item, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_IDEAL,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static void
accord_account_item_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  if (prop_id == PROP_IDEAL)
    g_value_set_boolean (value, ACCORD_ACCOUNT_ITEM (object)->ideal);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
accord_account_item_finalize (GObject *object)
{
  g_free (ACCORD_ACCOUNT_ITEM (object)->name);
  g_free (ACCORD_ACCOUNT_ITEM (object)->subtitle);

  G_OBJECT_CLASS (accord_account_item_parent_class)->finalize (object);
}

static void
accord_account_item_class_init (AccordAccountItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = accord_account_item_get_property;
  object_class->finalize = accord_account_item_finalize;

  props[PROP_IDEAL] = g_param_spec_boolean ("ideal", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
accord_account_item_init (AccordAccountItem *self)
{
}

AccordAccountItem *
accord_account_item_new (const char *name,
                         const char *subtitle,
                         gboolean    ideal)
{
  AccordAccountItem *self = g_object_new (ACCORD_TYPE_ACCOUNT_ITEM, NULL);

  self->name = g_strdup (name);
  self->subtitle = g_strdup (subtitle);
  self->ideal = ideal;

  return self;
}

const char *
accord_account_item_get_name (AccordAccountItem *self)
{
  return self->name;
}

const char *
accord_account_item_get_subtitle (AccordAccountItem *self)
{
  return self->subtitle;
}

gboolean
accord_account_item_get_ideal (AccordAccountItem *self)
{
  return self->ideal;
}

void
accord_account_item_set_ideal (AccordAccountItem *self,
                               gboolean           ideal)
{
  if (self->ideal == ideal)
    return;
  self->ideal = ideal;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_IDEAL]);
}
