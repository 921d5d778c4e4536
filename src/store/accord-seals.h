/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-workspace.h"

G_BEGIN_DECLS

/* A link of the chain of sealed records. */
typedef struct
{
  gint64 sequence;
  gint64 conversation; /* its id */
  char *sealed;        /* ISO 8601, UTC */
  char *digest;        /* 64 hex digits */
} AccordSeal;

void accord_seal_free (AccordSeal *self);

/* Every link, in order; as far as it can be read in a damaged file. GPtrArray of AccordSeal. (transfer full) */
GPtrArray *accord_seals_read (AccordWorkspace *workspace,
                              GError         **error);

/* The dated stages of the opportunities of a member (0: all), by opportunity and day, as a GPtrArray of
 * AccordStageObservation. (transfer full) */
GPtrArray *accord_stage_history_read (AccordWorkspace *workspace,
                                      gint64           member,
                                      GError         **error);

G_END_DECLS
