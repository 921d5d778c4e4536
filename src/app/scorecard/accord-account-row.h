/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "accord-account-item.h"

G_BEGIN_DECLS

/**
 * AccordAccountRow:
 *
 * A row of the ideal accounts: the name, what there is about it, and a switch.
 *
 * The switch activates "accounts.mark" with the name and whether it is to be ideal.
 */
#define ACCORD_TYPE_ACCOUNT_ROW (accord_account_row_get_type ())
G_DECLARE_FINAL_TYPE (AccordAccountRow, accord_account_row, ACCORD, ACCOUNT_ROW, AdwBin)

/* NULL when the row is losing its place. */
void accord_account_row_set_item (AccordAccountRow  *self,
                                  AccordAccountItem *item);

G_END_DECLS
