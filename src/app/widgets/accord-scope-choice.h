/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * AccordScopeChoice:
 *
 * A drop-down of whose work a page shows: the whole team's, or a territory's. Out of sight where there are no territories.
 *
 * Properties: "label" (the accessible name, where it is not to be that of a team or territory in general). The tooltip is the
 * widget's own.
 *
 * Signals: "chosen" (the user chose another, or the chosen one is gone).
 */
#define ACCORD_TYPE_SCOPE_CHOICE (accord_scope_choice_get_type ())
G_DECLARE_FINAL_TYPE (AccordScopeChoice, accord_scope_choice, ACCORD, SCOPE_CHOICE, AdwBin)

/* The id of the chosen territory; 0: the team. */
gint64 accord_scope_choice_get_territory (AccordScopeChoice *self);
void accord_scope_choice_set_territory (AccordScopeChoice *self,
                                        gint64             territory);

/* Offers the territories (a list of AccordTerritory, or NULL) as they are now; the choice stays where it can. */
void accord_scope_choice_fill (AccordScopeChoice *self,
                               GListModel        *territories);

G_END_DECLS
