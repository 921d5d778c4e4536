/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "accord-pipeline.h"
#include "accord-scorecard.h"

G_BEGIN_DECLS

/**
 * AccordPipelineFigures:
 *
 * What the deals of a team, a territory or a member come to, as tiles: open value, win rate, average deal, sales cycle as mean and
 * median, velocity, and coverage against the coverage that the win rate requires. What is not known is n/a.
 */
#define ACCORD_TYPE_PIPELINE_FIGURES (accord_pipeline_figures_get_type ())
G_DECLARE_FINAL_TYPE (AccordPipelineFigures, accord_pipeline_figures, ACCORD, PIPELINE_FIGURES, AdwBin)

/* The rows of the member, or where that is 0 those of the territory, or where that is 0 too those of the team. */
void accord_pipeline_figures_show (AccordPipelineFigures *self,
                                   const AccordPipeline  *pipeline,
                                   const AccordScorecard *card,
                                   gint64                 member,
                                   gint64                 territory,
                                   const char            *currency,
                                   int                    decimals);

G_END_DECLS
