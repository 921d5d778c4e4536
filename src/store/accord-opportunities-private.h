/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-blocks.h"
#include "accord-database.h"

G_BEGIN_DECLS

/* The words for an opportunity's state in the workspace file. from gives FALSE where there is no such word. */
const char *accord_opportunity_state_to_word (AccordOpportunityState state);
gboolean accord_opportunity_state_from_word (const char             *word,
                                             AccordOpportunityState *state);

/* Whether every opportunity is as it was stored: to be asked before any is read. */
gboolean accord_opportunities_check (AccordWorkspace *workspace,
                                     GError         **error);

/* Whether it can be stored; ACCORD_STORE_ERROR_CONSTRAINT. */
gboolean accord_opportunity_check (const AccordOpportunity *opportunity,
                                   GError                 **error);
gboolean accord_stage_observation_check (const AccordStageObservation *observation,
                                         GError                      **error);
/* A week counts by its Thursday. */
#define ACCORD_OPPORTUNITY_DAYS_TO_THURSDAY 3

/* The metric whose imported actuals stand in the place of opportunities; 0 where there is none. */
gboolean accord_opportunities_find_bookings_metric (AccordDatabase *database,
                                                    gint64         *metric,
                                                    GError        **error);

/* What accord_opportunity_read_row() wants to be on. */
#define ACCORD_OPPORTUNITY_COLUMNS "id, external, member, account, product, stage, state, created, closed, amount"

/* NULL where it cannot be a row that was put. (transfer full) */
AccordOpportunity *accord_opportunity_read_row (sqlite3_stmt *statement);

#define ACCORD_OPPORTUNITY_DAY_SIZE 11

/* The ISO text in buffer, NULL for ACCORD_DATE_NONE: as accord_date_to_iso(), for hundreds of thousands of them. */
const char *accord_opportunity_write_day (AccordDate date,
                                          char       buffer[ACCORD_OPPORTUNITY_DAY_SIZE]);

/* Sets ACCORD_STORE_ERROR_DAMAGED; always gives FALSE. */
gboolean accord_opportunities_fail_damaged (GError **error);

/**
 * AccordOpportunityBlocks:
 *
 * Goes through opportunities and their observations block by block and computes each block's digest.
 */
typedef struct _AccordOpportunityBlocks AccordOpportunityBlocks;

AccordOpportunityBlocks *accord_opportunity_blocks_new (AccordDatabase *database,
                                                        GError        **error);
void accord_opportunity_blocks_free (AccordOpportunityBlocks *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordOpportunityBlocks, accord_opportunity_blocks_free)

/* Adds a row that is new, and what was seen of it on the day (ACCORD_DATE_NONE: nothing), as they will be read. row is
 * room to work in. */
void accord_opportunity_add_to_block (GChecksum               *checksum,
                                      GByteArray              *row,
                                      gint64                   id,
                                      const AccordOpportunity *opportunity,
                                      AccordDate               observed);

/* From first_block up to last_block. */
gboolean accord_opportunity_blocks_start (AccordOpportunityBlocks *self,
                                          gint64                   first_block,
                                          gint64                   last_block,
                                          GError                 **error);

/* The next block that has rows and its digest; found says whether there was one. FALSE is a failure to read, rows
 * out of their order included (ACCORD_STORE_ERROR_DAMAGED). */
gboolean accord_opportunity_blocks_next (AccordOpportunityBlocks *self,
                                         gboolean                *found,
                                         gint64                  *block,
                                         guint8                   digest[ACCORD_DIGEST_SIZE],
                                         GError                 **error);

/* Lets go of the file before the end. */
void accord_opportunity_blocks_stop (AccordOpportunityBlocks *self);

G_END_DECLS
