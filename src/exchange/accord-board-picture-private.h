/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-board-picture.h"

#include <pango/pangocairo.h>

G_BEGIN_DECLS

typedef struct
{
  double red, green, blue, alpha;
} AccordBoardInk;

typedef struct
{
  AccordBoardInk ground;
  AccordBoardInk quadrants[ACCORD_BOARD_N_QUADRANTS];
  AccordBoardInk card;
  AccordBoardInk edge; /* around a card */
  AccordBoardInk text;
  AccordBoardInk quiet; /* details and marks */
  AccordBoardInk faint; /* what a mark does not fill */
} AccordBoardColors;

typedef struct
{
  double x, y, width, height;
} AccordBoardRect;

/* A card where it lies on a page. */
typedef struct
{
  const AccordBoardCopyCard *entry;
  guint page;
  AccordBoardRect rect;
} AccordBoardSpot;

/* A quadrant where it lies on a page. */
typedef struct
{
  AccordQuadrant quadrant;
  guint page;
  gboolean goes_on; /* from a page before */
  AccordBoardRect rect;
} AccordBoardField;

struct _AccordBoardPicture
{
  AccordBoardCopy *copy;
  AccordBoardPictureOptions options;
  AccordBoardColors colors;
  PangoContext *context;

  gboolean on_paper;
  double width;
  double height;
  double type; /* the size of a card's title; everything else goes by it */
  guint n_pages;
  GArray *fields; /* AccordBoardField */
  GArray *spots;  /* AccordBoardSpot */
};

/* --- sizes, in terms of the type ------------------------------------------------------------------------------- */

#define ACCORD_BOARD_DETAIL 0.92
#define ACCORD_BOARD_MARK 0.85
#define ACCORD_BOARD_HEAD 2.6   /* above the first card of a quadrant */
#define ACCORD_BOARD_PAD 0.9    /* within a quadrant, around the cards */
#define ACCORD_BOARD_SPACE 0.55 /* between cards, and between quadrants */
#define ACCORD_BOARD_AXIS 1.5   /* for the names of an axis */
#define ACCORD_BOARD_TITLE 4.4  /* for the picture's own title */

/* --- cards ----------------------------------------------------------------------------------------------------- */

/* How high a card is at that width. */
double accord_board_card_measure (AccordBoardPicture        *self,
                                  const AccordBoardCopyCard *entry,
                                  double                     width);
void accord_board_card_draw (AccordBoardPicture    *self,
                             cairo_t               *cr,
                             const AccordBoardSpot *spot);

/* What the marks say in words, "" where there are none. (transfer full) */
char *accord_board_card_dup_marks (AccordBoardPicture        *self,
                                   const AccordBoardCopyCard *entry);

/* --- texts and colours ----------------------------------------------------------------------------------------- */

/* lines: at most so many, with … at the end of the last; 0: as many as it takes. (transfer full) */
PangoLayout *accord_board_picture_layout (AccordBoardPicture *self,
                                          const char         *text,
                                          double              size,
                                          PangoWeight         weight,
                                          double              width,
                                          int                 lines);
void accord_board_layout_get_size (PangoLayout *layout,
                                   double      *width,
                                   double      *height);
void accord_board_ink_set (cairo_t              *cr,
                           const AccordBoardInk *ink);
void accord_board_rounded (cairo_t               *cr,
                           const AccordBoardRect *rect,
                           double                 radius);

/* A picture in words: the title, and line by line what lies where. (transfer full) */
char *accord_board_picture_dup_title (AccordBoardPicture *self);
char *accord_board_picture_dup_description (AccordBoardPicture *self);

/* Marks: each is as high as wide, unless said otherwise, and drawn from its corner. */
typedef enum
{
  ACCORD_BOARD_MARK_OURS,
  ACCORD_BOARD_MARK_INFLUENCE,
  ACCORD_BOARD_MARK_OUTSIDE,
  ACCORD_BOARD_MARK_IMPACT, /* half as wide again */
  ACCORD_BOARD_MARK_VOTES,
  ACCORD_BOARD_MARK_ASK,
  ACCORD_BOARD_MARK_ACTIONS,
  ACCORD_BOARD_MARK_MERGED,
  ACCORD_BOARD_MARK_RESOLVED,
  ACCORD_BOARD_MARK_AUDIENCE,
} AccordBoardMark;

/* impact is looked at for the bars alone. */
void accord_board_mark_draw (cairo_t                 *cr,
                             AccordBoardMark          mark,
                             gint64                   impact,
                             double                   size,
                             const AccordBoardColors *colors);

G_END_DECLS
