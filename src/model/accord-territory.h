/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-record.h"

G_BEGIN_DECLS

/**
 * AccordTerritory:
 *
 * A territory: a region, a segment, a list of accounts. Who works it when is told by memberships.
 */
#define ACCORD_TYPE_TERRITORY (accord_territory_get_type ())
G_DECLARE_FINAL_TYPE (AccordTerritory, accord_territory, ACCORD, TERRITORY, AccordRecord)

AccordTerritory *accord_territory_new (void);

ACCORD_DECLARE_TEXT (AccordTerritory, accord_territory, name)
/* Order in lists, ascending. */
ACCORD_DECLARE_VALUE (AccordTerritory, accord_territory, position, gint64)

G_END_DECLS
