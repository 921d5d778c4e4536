/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "accord-card.h"
#include "accord-quarter.h"
#include "accord-workspace.h"

G_BEGIN_DECLS

#define ACCORD_REPORT_ERROR (accord_report_error_quark ())
GQuark accord_report_error_quark (void);

/**
 * AccordReportError:
 *
 * Messages are whole sentences for the user.
 *
 * @ACCORD_REPORT_ERROR_QUARTER: the workspace has nothing about that quarter's year
 * @ACCORD_REPORT_ERROR_EXISTS: there is a file already and it was left alone
 * @ACCORD_REPORT_ERROR_FOLDER: the folder is not there or cannot be written to
 * @ACCORD_REPORT_ERROR_FULL: the disk is full
 * @ACCORD_REPORT_ERROR_WRITE: writing failed in another way; nothing was left behind
 * @ACCORD_REPORT_ERROR_NOTHING: there is nothing yet that could be written
 */
typedef enum
{
  ACCORD_REPORT_ERROR_QUARTER,
  ACCORD_REPORT_ERROR_EXISTS,
  ACCORD_REPORT_ERROR_FOLDER,
  ACCORD_REPORT_ERROR_FULL,
  ACCORD_REPORT_ERROR_WRITE,
  ACCORD_REPORT_ERROR_NOTHING,
} AccordReportError;

#define ACCORD_REPORT_KINDS 5 /* of conversations */

/**
 * AccordReportMember:
 * @member: 0 for the row that stands for members who had left before the quarter
 * @quota: of the plan year
 * @commitment: of the plan year: the latest version committed on or before the report's date
 * @quarters: the commitment's quarters
 * @bookings: by quarter, up to the report's date; unknown for quarters that had not begun
 * @year_to_date: bookings from the plan year's first day to the quarter's end or the report's date
 *
 * A member of the team in the quarter, with the territory held last in it. Money is in minor units or ACCORD_UNKNOWN.
 */
typedef struct
{
  gint64 member;
  char *name;
  char *territory; /* "" where there was none */
  char *partner;   /* the accountability partner, "" where there is none */
  gint64 quota;
  gint64 commitment;
  gint64 quarters[4];
  gint64 bookings[4];
  gint64 year_to_date;
} AccordReportMember;

/* A personal goal of the plan year that the audience may see. */
typedef struct
{
  char *member;
  const char *kind;
  char *title;
  char *why;
  gint64 amount;
  AccordDate due;
  gint64 progress; /* AccordRate */
  gboolean achieved;
  const char *visibility;
} AccordReportGoal;

/**
 * AccordReportCard:
 * @also: what the cards under it say, as far as the audience may see them; "" where there are none
 * @votes: for it and for those; unknown where nobody voted on its board
 * @resolved: whether it was settled on the report's date; @outcome says how
 *
 * A card that lies on a SWOT board of the plan year and that the audience may see.
 */
typedef struct
{
  AccordQuadrant quadrant;
  char *title;
  char *detail;
  char *evidence; /* with its source */
  char *scope;    /* the territory; "" is the whole team */
  const char *control;
  gint64 impact;     /* 1-5; 0: not rated */
  gint64 likelihood; /* 1-5; 0: not rated */
  char *also;
  gint64 votes;
  gboolean resolved;
  char *outcome;
} AccordReportCard;

/* A pair of cards, both of which the audience may see, and what the team makes of it. */
typedef struct
{
  const char *kind; /* what the two make by now, in words, or that they are no pair any more */
  char *internal;   /* the cards' titles */
  char *external;
  char *text;
  char *scope; /* as in AccordReportCard */
} AccordReportStrategy;

/* An action that came from a card or a strategy in the report, done or not. */
typedef struct
{
  char *what;
  char *owner;
  char *origin;
  AccordDate due;
  AccordDate done; /* by the report's date */
  char *outcome;
} AccordReportBoardAction;

/* What was asked of another department, because of a card in the report. */
typedef struct
{
  char *department;
  char *what;
  char *card; /* its title */
  const char *status;
  AccordDate needed;
  char *reply;
} AccordReportAsk;

/* How often a member was spoken to: conversations held in the quarter; withdrawn ones do not count. The copy for the
 * team counts praise alone by its kind: who was warned is nobody else's business. */
typedef struct
{
  char *name;
  int counts[ACCORD_REPORT_KINDS]; /* of the first accord_report_get_n_kinds() kinds; the rest is 0 */
  int total;                       /* of every kind */
  AccordDate last; /* the last one held up to the report's date, whenever that was */
} AccordReportTalks;

/* A heading of a conversation's record and what is written under it. */
typedef struct
{
  char *heading;
  char *text;
} AccordReportPassage;

/* A conversation of the quarter; none in the copy for the team. */
typedef struct
{
  gint64 number;
  char *member;
  AccordDate date; /* held, or else planned for */
  const char *kind;
  const char *stage;
  char *purpose;
  GPtrArray *passages; /* of AccordReportPassage; only in the copy for HR */
} AccordReportConversation;

/* An action that was open on the report's date. */
typedef struct
{
  char *what;
  char *owner;
  char *origin;
  AccordDate due;
  gboolean late;
} AccordReportAction;

/**
 * AccordReport:
 *
 * Everything that a quarter's report says, for one audience, as of a day: what that audience must not see is not in it
 * at all. Read it, never change it.
 */
typedef struct
{
  AccordQuarter quarter;
  AccordAudience audience;
  AccordDate as_of;
  int fiscal_start;
  AccordDate starts;
  AccordDate ends;
  AccordDate year_starts;
  char *title;
  char *team;
  char *quarter_name;
  char *year_name;
  char *currency;
  int decimals;
  GPtrArray *members;       /* AccordReportMember, by territory and name */
  GPtrArray *goals;         /* AccordReportGoal, by member */
  GPtrArray *cards;         /* AccordReportCard, by quadrant and order */
  GPtrArray *strategies;    /* AccordReportStrategy, by board and order */
  GPtrArray *board_actions; /* AccordReportBoardAction, by due date */
  GPtrArray *asks;          /* AccordReportAsk, by department */
  GPtrArray *talks;         /* AccordReportTalks, by name; empty where nobody was ever spoken to */
  GPtrArray *conversations; /* AccordReportConversation, by date */
  GPtrArray *actions;       /* AccordReportAction, by due date */
} AccordReport;

/* Reads the report from the workspace. as_of ACCORD_DATE_NONE is not allowed. ACCORD_REPORT_ERROR_QUARTER, or what
 * the store has to say. */
AccordReport *accord_report_new (AccordWorkspace *workspace,
                                 AccordQuarter    quarter,
                                 AccordAudience   audience,
                                 AccordDate       as_of,
                                 GError         **error);
void accord_report_free (AccordReport *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordReport, accord_report_free)

/* Sums over the members, of what is known; unknown where nothing is. */
gint64 accord_report_get_commitment (const AccordReport *self);
gint64 accord_report_get_bookings (const AccordReport *self);
gint64 accord_report_get_year_to_date (const AccordReport *self);

/* How many kinds of conversations the audience sees counted one by one: of AccordConversationKind, the first so
 * many. */
guint accord_report_get_n_kinds (const AccordReport *self);

/* Whether there is anything for the sheet of the conversations: open actions alone fill it too. */
gboolean accord_report_has_conversations (const AccordReport *self);

/* What a file of this report is called: "Demo team 2026-Q4 team.xlsx", with nothing in it that a file system minds.
 * (transfer full) */
char *accord_report_suggest_name (const char    *workspace_name,
                                  AccordQuarter  quarter,
                                  AccordAudience audience);

G_END_DECLS
