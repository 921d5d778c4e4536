/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "accord-change.h"
#include "accord-quota.h"

G_BEGIN_DECLS

/* Makes a member's quota for a plan year these four parts: a typed record a quarter, in place of whatever quotas of the
 * member lie in the year, months and all. parts NULL removes them. quotas are AccordQuota, at least all of the member's;
 * others' are left alone. */
void accord_quota_change_year (AccordChange *change,
                               GPtrArray    *quotas,
                               gint64        member,
                               int           year,
                               int           fiscal_start,
                               const gint64 *parts);

/* The quotas of one member out of a list of all, borrowed. (transfer container) */
GPtrArray *accord_quota_list_of (GListModel *quotas,
                                 gint64      member);

G_END_DECLS
