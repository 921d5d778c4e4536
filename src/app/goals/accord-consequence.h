/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "accord-plan-draft.h"

G_BEGIN_DECLS

typedef enum
{
  ACCORD_TONE_PLAIN,
  ACCORD_TONE_QUIET,
  ACCORD_TONE_GOOD,
  ACCORD_TONE_WARNING,
  ACCORD_TONE_HEADING,
  ACCORD_TONE_FIGURE, /* accord_consequence_add_figure_line() */
} AccordTone;

/**
 * AccordConsequence:
 *
 * What stands at the right of the wizard and changes as one types: a heading, the funnel or the bar where they say
 * something, and what follows, in sentences. A step fills it anew each time: begin, then what it has to say.
 */
#define ACCORD_TYPE_CONSEQUENCE (accord_consequence_get_type ())
G_DECLARE_FINAL_TYPE (AccordConsequence, accord_consequence, ACCORD, CONSEQUENCE, AdwBin)

void accord_consequence_begin (AccordConsequence *self,
                               const char        *title);

/* A large figure with a word beneath it. */
void accord_consequence_set_figure (AccordConsequence *self,
                                    const char        *figure,
                                    const char        *caption);
void accord_consequence_show_funnel (AccordConsequence  *self,
                                     AccordPlanDraft    *draft,
                                     const AccordFunnel *funnel);

/* The same below the sentences, where they matter more. */
void accord_consequence_show_funnel_last (AccordConsequence  *self,
                                          AccordPlanDraft    *draft,
                                          const AccordFunnel *funnel);
void accord_consequence_show_bar (AccordConsequence *self,
                                  AccordPlanDraft   *draft);

/* The sentence is taken over. */
void accord_consequence_take_sentence (AccordConsequence *self,
                                       AccordTone         tone,
                                       char              *sentence);
void accord_consequence_add_sentence (AccordConsequence *self,
                                      AccordTone         tone,
                                      const char        *sentence);

/* A line with a figure at its end, as in a table. */
void accord_consequence_add_figure_line (AccordConsequence *self,
                                         const char        *name,
                                         const char        *figure);

/* Shows the pay plan as a curve: accord-pay-chart.h. */
void accord_consequence_show_pay (AccordConsequence  *self,
                                  AccordPlanDraft    *draft,
                                  const AccordFunnel *funnel);

/* In the running year: how much of the bookings is booked, and what is left of them for which weeks. Nothing in another
 * year, or where bookings are unknown. */
void accord_consequence_add_booked (AccordConsequence *self,
                                    AccordPlanDraft   *draft,
                                    gint64             bookings);

/* Takes away what the step before had and this one has not. */
void accord_consequence_end (AccordConsequence *self);

G_END_DECLS
