/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "accord-change.h"
#include "accord-demo-random.h"
#include "accord-demo.h"
#include "accord-quarter.h"
#include "accord-workspace.h"

G_BEGIN_DECLS

#define ACCORD_DEMO_YEARS 3
#define ACCORD_DEMO_FISCAL_START 1
#define ACCORD_DEMO_CENTS 100
#define ACCORD_DEMO_FORECASTS 3

/* How a seller sells, from the source. Percentages are whole, by plan year where there are three. */
typedef struct
{
  gint64 id;
  AccordDate started;
  gint64 deal;                               /* average, minor units */
  gint64 cycle;                              /* days */
  gint64 weekly_outreach;                    /* what they commit to */
  gint64 win[ACCORD_DEMO_YEARS];             /* of closed opportunities */
  gint64 early[ACCORD_DEMO_YEARS];           /* of the lost ones, those lost in the first two stages */
  gint64 outreach[ACCORD_DEMO_YEARS];        /* of what they commit to */
  gint64 meetings[ACCORD_DEMO_YEARS];        /* of outreach */
  gint64 ideal[ACCORD_DEMO_YEARS];           /* of first meetings, those at ideal accounts */
  gint64 on_time[ACCORD_DEMO_YEARS];         /* of follow-ups */
  gint64 attainment[ACCORD_DEMO_YEARS];      /* of the commitment */
  gint64 quarters[ACCORD_DEMO_YEARS][4];     /* the commitment that holds, minor units; 0 before they joined */
  gint64 open;                               /* opportunities open today */
  gint64 aged;                               /* of those, ones that nobody has moved for long */
  gint64 forecast[ACCORD_DEMO_FORECASTS];    /* of what a quarter comes to, what they say in its first, second, third month */
} AccordDemoSeller;

/**
 * AccordDemo:
 * @year: label of the plan year of today
 * @ids: the source's keys to record ids
 * @sellers: of AccordDemoSeller
 * @opened: AccordDate (Monday) and member to how many opportunities were opened, filled by the deals
 *
 * The demo while it is being written.
 */
typedef struct
{
  AccordWorkspace *workspace;
  AccordDate today;
  int year;
  JsonObject *source;
  GHashTable *ids;
  GArray *sellers;
} AccordDemo;

/* --- the source ----------------------------------------------------------------------------------------------- */

/* The index, 0 to ACCORD_DEMO_YEARS - 1, of a plan year. */
int accord_demo_year_index (AccordDemo *self,
                            int         year);

/* A day as the source writes it: days from today, or "R:MM-DD" in the plan year R years from this one. Others none. */
AccordDate accord_demo_read_date (AccordDemo *self,
                                  JsonNode   *node);

/* The working day on or before a day. */
AccordDate accord_demo_working_day (AccordDate date);

/* The id behind a key of the source, which must be there. */
gint64 accord_demo_find (AccordDemo *self,
                         const char *key);

/* One record of the source: every field of the type that it names; its "ref" is kept. {day-30}, {quarter}, {quarter-1},
 * {year} and {year-1} in texts are filled in as seen from when. Texts in "lists" become lines. The record is put into
 * the change, which owns it. */
gpointer accord_demo_put (AccordDemo   *self,
                          AccordChange *change,
                          GType         type,
                          JsonObject   *object,
                          AccordDate    when);

/* --- its parts ------------------------------------------------------------------------------------------------ */

/* Territories, members, memberships, plan years, quotas, commitments, plans and personal goals; fills sellers. */
void accord_demo_put_people (AccordDemo   *self,
                             AccordChange *change);
void accord_demo_read_seller (AccordDemo *self,
                              JsonObject *object,
                              gint64      id,
                              AccordDate  started);

/* Boards with all that was worked out on them, metrics and their targets, conversations and actions. */
void accord_demo_put_work (AccordDemo   *self,
                           AccordChange *change);

/* Seals what the source says is sealed, once it is stored. */
gboolean accord_demo_seal (AccordDemo *self,
                           GError    **error);

/* What sellers said that each quarter would end at, and which accounts are ideal. */
void accord_demo_put_forecasts (AccordDemo   *self,
                                AccordChange *change);

/* Opportunities with their stage history, and what follows from them. */
gboolean accord_demo_put_deals (AccordDemo *self,
                                GError    **error);

/* The weeks' actuals. */
gboolean accord_demo_put_activity (AccordDemo *self,
                                   GError    **error);

/* A synthetic workspace. */
gboolean accord_demo_write_synthetic (AccordWorkspace         *workspace,
                                      const AccordDemoOptions *options,
                                      AccordDate               today,
                                      AccordProgress           progress,
                                      gpointer                 user_data,
                                      GCancellable            *cancellable,
                                      GError                 **error);

G_END_DECLS
