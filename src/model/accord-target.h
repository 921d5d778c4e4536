/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-record.h"
#include "accord-period.h"

G_BEGIN_DECLS

/**
 * AccordTarget:
 *
 * What a member, or the team, commits to for a metric and a period. Versioned like a commitment.
 */
#define ACCORD_TYPE_TARGET (accord_target_get_type ())
G_DECLARE_FINAL_TYPE (AccordTarget, accord_target, ACCORD, TARGET, AccordRecord)

AccordTarget *accord_target_new (void);

/* 0: the whole team. */
ACCORD_DECLARE_VALUE (AccordTarget, accord_target, member, gint64)
ACCORD_DECLARE_VALUE (AccordTarget, accord_target, metric, gint64)
/* First day of the period. */
ACCORD_DECLARE_VALUE (AccordTarget, accord_target, starts, AccordDate)
ACCORD_DECLARE_VALUE (AccordTarget, accord_target, grain, AccordGrain)
/* Minor units for money, else billionths of the unit, as actuals are. */
ACCORD_DECLARE_VALUE (AccordTarget, accord_target, value, gint64)
/* The upper edge, where the metric has to stay within a range. */
ACCORD_DECLARE_VALUE (AccordTarget, accord_target, upper, gint64)
/* From 1. */
ACCORD_DECLARE_VALUE (AccordTarget, accord_target, version, gint64)
ACCORD_DECLARE_VALUE (AccordTarget, accord_target, set_on, AccordDate)
ACCORD_DECLARE_TEXT (AccordTarget, accord_target, reason)

G_END_DECLS
