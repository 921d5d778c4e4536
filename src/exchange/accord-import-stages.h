/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-import-private.h"

G_BEGIN_DECLS

/**
 * AccordImportStages:
 *
 * What the stages of a file of opportunities mean: what the options say, else what their words say plainly, else they are
 * open.
 */
typedef struct _AccordImportStages AccordImportStages;

AccordImportStages *accord_import_stages_new (AccordImportWork *work);
void accord_import_stages_free (AccordImportStages *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordImportStages, accord_import_stages_free)

/* Counts the stage, which is not "". */
AccordOpportunityState accord_import_stages_find (AccordImportStages *self,
                                                  const char         *stage);

/* Says which stages count as what, in the findings and as the plan's stages. */
void accord_import_stages_tell (AccordImportStages *self);

/* TRUE where the words say it plainly: Won, Closed Lost, gewonnen, … */
gboolean accord_import_stage_guess (const char             *stage,
                                    AccordOpportunityState *state);

G_END_DECLS
