/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-roll-up.h"

G_BEGIN_DECLS

#define ACCORD_FIGURES_ERROR (accord_figures_error_quark ())

typedef enum
{
  ACCORD_FIGURES_ERROR_SUM, /* quarters that do not come to the commitment that was given with them */
} AccordFiguresError;

GQuark accord_figures_error_quark (void);

/* The figures of a member's year that can be typed. */
typedef enum
{
  ACCORD_FIGURE_QUOTA,
  ACCORD_FIGURE_COMMITMENT,
  ACCORD_FIGURE_Q1,
  ACCORD_FIGURE_Q2,
  ACCORD_FIGURE_Q3,
  ACCORD_FIGURE_Q4,
} AccordFigure;

#define ACCORD_N_FIGURES 6

/**
 * AccordFiguresEdit:
 * @given: which figures are typed, or pasted, together
 * @values: what they are, minor units; ACCORD_UNKNOWN clears
 */
typedef struct
{
  gboolean given[ACCORD_N_FIGURES];
  gint64 values[ACCORD_N_FIGURES];
} AccordFiguresEdit;

void accord_figures_edit_set (AccordFiguresEdit *self,
                              AccordFigure       figure,
                              gint64             value);

gint64 accord_member_figures_get (const AccordMemberFigures *self,
                                  AccordFigure               figure);

/* Makes the edit, so that the quarters always add up to the commitment: quarters typed stand, the others share what is
 * left by season (accord-split.h). All four given without a commitment make the commitment. Without a commitment there
 * are no quarters; a cleared quarter goes back to the season; a cleared commitment back to what was committed, whose
 * quarters are committed_quarters (NULL: unknown).
 *
 * FALSE with ACCORD_SPLIT_ERROR or ACCORD_FIGURES_ERROR leaves self as it was. decimals are the currency's; season NULL is
 * even; locks are the plan's (bit 0 is the first quarter): an edit that would change a locked quarter is refused with
 * ACCORD_SPLIT_ERROR_LOCKED. */
gboolean accord_member_figures_edit (AccordMemberFigures     *self,
                                     const AccordFiguresEdit *edit,
                                     int                      decimals,
                                     const gint64            *season,
                                     guint                    locks,
                                     const gint64            *committed_quarters,
                                     GError                 **error);

G_END_DECLS
