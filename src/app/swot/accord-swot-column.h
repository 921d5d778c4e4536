/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AccordSwotColumn:
 *
 * Cards below one another. While a card is dragged its own place closes and a gap opens where it would land; whatever
 * changes place glides there, unless the desktop asks for less motion.
 */
#define ACCORD_TYPE_SWOT_COLUMN (accord_swot_column_get_type ())
G_DECLARE_FINAL_TYPE (AccordSwotColumn, accord_swot_column, ACCORD, SWOT_COLUMN, GtkWidget)

/* Puts the child at the index; one that is there already moves. */
void accord_swot_column_insert (AccordSwotColumn *self,
                                GtkWidget        *child,
                                guint             index);
void accord_swot_column_remove (AccordSwotColumn *self,
                                GtkWidget        *child);
guint accord_swot_column_get_n_children (AccordSwotColumn *self);
/* Borrowed; NULL beyond the end. */
GtkWidget *accord_swot_column_get_child (AccordSwotColumn *self,
                                         guint             index);
GtkWidget *accord_swot_column_get_child_at (AccordSwotColumn *self,
                                            double            x,
                                            double            y);

/* The child is in the air and takes no room, until all are put down again. */
void accord_swot_column_lift (AccordSwotColumn *self,
                              GtkWidget        *child);
void accord_swot_column_put_down (AccordSwotColumn *self);
gboolean accord_swot_column_has_lifted (AccordSwotColumn *self);

/* How many children stand before this one, the lifted ones not counted. */
guint accord_swot_column_count_before (AccordSwotColumn *self,
                                       GtkWidget        *child);

/* Opens a gap of this height before the index-th child (the lifted ones not counted), or closes it. */
void accord_swot_column_open_gap (AccordSwotColumn *self,
                                  guint             index,
                                  int               height);
void accord_swot_column_close_gap (AccordSwotColumn *self);
/* Whether a gap is open, and where. */
gboolean accord_swot_column_get_gap (AccordSwotColumn *self,
                                     guint            *index);

/* The index of the gap of this height whose middle is nearest to y, the lifted cards not counted. It does not depend on
 * the gap that is open, so that where the pointer rests nothing flickers, and by whichever way it came. */
guint accord_swot_column_get_index_at (AccordSwotColumn *self,
                                       double            y,
                                       int               height);

/* The child that stands at y, or is going there, if it is not lifted, and how far down it y is: 0 at its top, 1 at its
 * bottom, below and beyond in the space around it. Of two the upper one; NULL where there is none. Borrowed. */
GtkWidget *accord_swot_column_get_child_across (AccordSwotColumn *self,
                                                double            y,
                                                double           *part);

/* Only what the adjustment, of the scrolled window round it, has in sight is drawn; NULL: everything. */
void accord_swot_column_set_scrolled (AccordSwotColumn *self,
                                      GtkAdjustment    *adjustment);

/* Where a child is going, from the top. */
gboolean accord_swot_column_get_target (AccordSwotColumn *self,
                                        GtkWidget        *child,
                                        int              *y,
                                        int              *height);

/* For whatever comes next, cards stand where they belong at once. */
void accord_swot_column_settle (AccordSwotColumn *self);

G_END_DECLS
