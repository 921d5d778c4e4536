/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * AccordAccountItem:
 *
 * An account by its name, for a row of a list: what there is about it, and whether it is ideal.
 *
 * Properties: ideal, which changes when the account is marked.
 */
#define ACCORD_TYPE_ACCOUNT_ITEM (accord_account_item_get_type ())
G_DECLARE_FINAL_TYPE (AccordAccountItem, accord_account_item, ACCORD, ACCOUNT_ITEM, GObject)

/* subtitle tells about its opportunities. */
AccordAccountItem *accord_account_item_new (const char *name,
                                            const char *subtitle,
                                            gboolean    ideal);

const char *accord_account_item_get_name (AccordAccountItem *self);
const char *accord_account_item_get_subtitle (AccordAccountItem *self);
gboolean accord_account_item_get_ideal (AccordAccountItem *self);
void accord_account_item_set_ideal (AccordAccountItem *self,
                                    gboolean           ideal);

G_END_DECLS
