/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "accord-board-copy.h"

G_BEGIN_DECLS

/**
 * AccordBoardPicture:
 *
 * A board as it hangs on the wall: two by two quadrants with their axes named, the cards in them with what a card
 * shows on the board. It is one picture as large as the board needs, or, once it has paper, as many sheets as the
 * cards need at a size that can be read. The same board on the same day is the same picture.
 */
typedef struct _AccordBoardPicture AccordBoardPicture;

/**
 * AccordBoardPictureOptions:
 * @dark: in the dark colours
 * @votes: says how many votes a card has, where anybody voted
 * @mirrored: as where text runs from right to left
 * @audience: what they may not see is not in the picture
 */
typedef struct
{
  gboolean dark;
  gboolean votes;
  gboolean mirrored;
  AccordAudience audience;
} AccordBoardPictureOptions;

/* Cards of a board that is covered show no text. What the store has to say where the board cannot be read. */
AccordBoardPicture *accord_board_picture_new (AccordWorkspace                 *workspace,
                                              const AccordBoardScope          *scope,
                                              AccordDate                       as_of,
                                              const AccordBoardPictureOptions *options,
                                              GError                         **error);
void accord_board_picture_free (AccordBoardPicture *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordBoardPicture, accord_board_picture_free)

/* What it is a picture of. Borrowed. */
const AccordBoardCopy *accord_board_picture_get_copy (AccordBoardPicture *self);

/* Lays it out on sheets of that size in points: in type as large as still lets the whole board on one, down to 7
 * points; what does not fit then goes to further sheets. */
void accord_board_picture_set_paper (AccordBoardPicture *self,
                                     double              width,
                                     double              height);

/* As large as the board needs, which is how it begins. */
void accord_board_picture_unset_paper (AccordBoardPicture *self);

guint accord_board_picture_get_n_pages (AccordBoardPicture *self);

/* Draws a page, from 0; a unit of the context is a point. */
void accord_board_picture_draw (AccordBoardPicture *self,
                                cairo_t            *cr,
                                guint               page);

/* Write a file, whole or not at all, readable by its owner alone; an existing one is refused unless overwrite.
 * ACCORD_REPORT_ERROR. */

/* At two pixels a point; at fewer where a picture would be larger than pictures can be. */
gboolean accord_board_picture_write_png (AccordBoardPicture *self,
                                         const char         *path,
                                         gboolean            overwrite,
                                         GError            **error);

/* Letters are shapes, so that it looks the same everywhere; what they say is in the picture's description. */
gboolean accord_board_picture_write_svg (AccordBoardPicture *self,
                                         const char         *path,
                                         gboolean            overwrite,
                                         GError            **error);

/* On A4, landscape. */
gboolean accord_board_picture_write_pdf (AccordBoardPicture *self,
                                         const char         *path,
                                         gboolean            overwrite,
                                         GError            **error);

G_END_DECLS
