/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-record.h"

G_BEGIN_DECLS

/**
 * AccordCommitment:
 *
 * What a member promises for a plan year. Dated and versioned: a change is a new version with its reason, the old one
 * stays.
 */
#define ACCORD_TYPE_COMMITMENT (accord_commitment_get_type ())
G_DECLARE_FINAL_TYPE (AccordCommitment, accord_commitment, ACCORD, COMMITMENT, AccordRecord)

AccordCommitment *accord_commitment_new (void);

ACCORD_DECLARE_VALUE (AccordCommitment, accord_commitment, member, gint64)
/* The plan year's label. */
ACCORD_DECLARE_VALUE (AccordCommitment, accord_commitment, year, gint64)
/* From 1. */
ACCORD_DECLARE_VALUE (AccordCommitment, accord_commitment, version, gint64)
/* The quota at the time, minor units. */
ACCORD_DECLARE_VALUE (AccordCommitment, accord_commitment, quota, gint64)
/* The promise, minor units; what lies above the quota is the stretch. */
ACCORD_DECLARE_VALUE (AccordCommitment, accord_commitment, amount, gint64)
/* The quarters, minor units; they add up to amount. */
ACCORD_DECLARE_VALUE (AccordCommitment, accord_commitment, q1, gint64)
ACCORD_DECLARE_VALUE (AccordCommitment, accord_commitment, q2, gint64)
ACCORD_DECLARE_VALUE (AccordCommitment, accord_commitment, q3, gint64)
ACCORD_DECLARE_VALUE (AccordCommitment, accord_commitment, q4, gint64)
/* The accountability partner: another member. */
ACCORD_DECLARE_VALUE (AccordCommitment, accord_commitment, partner, gint64)
ACCORD_DECLARE_VALUE (AccordCommitment, accord_commitment, committed_on, AccordDate)
/* Why, in the member's words. */
ACCORD_DECLARE_TEXT (AccordCommitment, accord_commitment, because)
/* Why it was changed; "" in version 1. */
ACCORD_DECLARE_TEXT (AccordCommitment, accord_commitment, reason)

G_END_DECLS
