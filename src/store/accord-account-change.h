/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-account-query.h"
#include "accord-change.h"

G_BEGIN_DECLS

/* Makes the names ideal accounts, or takes that back, in the change: by the record that a name has, or a new one. A record that
 * says nothing any more is removed. accounts is a list of AccordAccount, names are texts in which a name may stand twice; empty
 * ones are left out. How many records the change holds for it. */
guint accord_account_change_mark (AccordChange *change,
                                  GListModel   *accounts,
                                  GPtrArray    *names,
                                  gboolean      ideal);

G_END_DECLS
