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
void accord_consequence_show_bar (AccordConsequence *self,
                                  AccordPlanDraft   *draft);

/* The sentence is taken over. */
void accord_consequence_take_sentence (AccordConsequence *self,
                                       AccordTone         tone,
                                       char              *sentence);
void accord_consequence_add_sentence (AccordConsequence *self,
                                      AccordTone         tone,
                                      const char        *sentence);

/* Takes away what the step before had and this one has not. */
void accord_consequence_end (AccordConsequence *self);

G_END_DECLS
