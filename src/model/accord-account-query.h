/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "accord-account.h"
#include "accord-rate.h"

G_BEGIN_DECLS

/* Questions about a list of AccordAccount. Names are one as accord-name.h says. */

/* The record of that name, borrowed, or NULL. */
AccordAccount *accord_account_find (GListModel *accounts,
                                    const char *name);

/**
 * AccordIdealAccounts:
 *
 * Which names are those of ideal accounts, to be asked about many. Immutable.
 */
typedef struct _AccordIdealAccounts AccordIdealAccounts;

AccordIdealAccounts *accord_ideal_accounts_new (GListModel *accounts);
void accord_ideal_accounts_free (AccordIdealAccounts *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordIdealAccounts, accord_ideal_accounts_free)

/* How many are marked. */
guint accord_ideal_accounts_get_n (const AccordIdealAccounts *self);

gboolean accord_ideal_accounts_has (const AccordIdealAccounts *self,
                                    const char                *name);

/* The names in text, a line each, blanks around them taken off; empty lines and names that were there before are left out.
 * (transfer full): strings */
GPtrArray *accord_account_names_from_lines (const char *text);

/**
 * AccordIdealShare:
 * @opened: opportunities of which the account is known
 * @ideal: those of them at ideal accounts
 * @amount: @ideal_amount: the same as money, of those whose amount is known
 *
 * What of somebody's opportunities is at ideal accounts (domain.md, "Opportunities").
 */
typedef struct
{
  gint64 opened;
  gint64 ideal;
  gint64 amount;
  gint64 ideal_amount;
} AccordIdealShare;

/* The share by count, and by amount. Unknown with no opportunities, or no amounts, to be a share of. */
AccordRate accord_ideal_share_by_count (const AccordIdealShare *self);
AccordRate accord_ideal_share_by_amount (const AccordIdealShare *self);

G_END_DECLS
