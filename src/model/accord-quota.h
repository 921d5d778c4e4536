/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-record.h"
#include "accord-period.h"

G_BEGIN_DECLS

/* Where a number came from. */
typedef enum
{
  ACCORD_SOURCE_TYPED, /*< nick=typed >*/
  ACCORD_SOURCE_IMPORTED, /*< nick=imported >*/
  ACCORD_SOURCE_COMPUTED, /*< nick=computed >*/
} AccordSource;

/* The value in words, for reading. */
const char *accord_source_get_label (AccordSource source);

/**
 * AccordQuota:
 *
 * What the company assigns to a member for a period. A longer period's quota is the sum of what lies in it.
 */
#define ACCORD_TYPE_QUOTA (accord_quota_get_type ())
G_DECLARE_FINAL_TYPE (AccordQuota, accord_quota, ACCORD, QUOTA, AccordRecord)

AccordQuota *accord_quota_new (void);

ACCORD_DECLARE_VALUE (AccordQuota, accord_quota, member, gint64)
/* First day of the period. */
ACCORD_DECLARE_VALUE (AccordQuota, accord_quota, starts, AccordDate)
/* How long the period is: a month or a quarter. */
ACCORD_DECLARE_VALUE (AccordQuota, accord_quota, grain, AccordGrain)
/* Minor units. */
ACCORD_DECLARE_VALUE (AccordQuota, accord_quota, amount, gint64)
ACCORD_DECLARE_VALUE (AccordQuota, accord_quota, source, AccordSource)

G_END_DECLS
