/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "accord-commitment.h"

G_BEGIN_DECLS

/* A member's commitment for a plan year as of a day: the latest version committed on or before it; ACCORD_DATE_NONE is
 * the latest of all. commitments is a list of AccordCommitment. Borrowed; NULL where there is none. */
AccordCommitment *accord_commitment_find (GListModel *commitments,
                                          gint64      member,
                                          int         year,
                                          AccordDate  as_of);

/* All versions of a member's commitment for a plan year, the latest first, as a GPtrArray of AccordCommitment.
 * (transfer full) */
GPtrArray *accord_commitment_list_versions (GListModel *commitments,
                                            gint64      member,
                                            int         year);

G_END_DECLS
