/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How an opportunity stands. */
typedef enum
{
  ACCORD_OPPORTUNITY_OPEN, /*< nick=open >*/
  ACCORD_OPPORTUNITY_WON,  /*< nick=won >*/
  ACCORD_OPPORTUNITY_LOST, /*< nick=lost >*/
} AccordOpportunityState;

G_END_DECLS
