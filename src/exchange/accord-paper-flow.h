/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>
#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* The sizes of paper that things are saved on, and of a sheet in points (1/72 inch). */
typedef enum
{
  ACCORD_PAPER_A4,
  ACCORD_PAPER_LETTER,
} AccordPaper;

void accord_paper_get_size (AccordPaper  paper,
                            double      *width,
                            double      *height);

#define ACCORD_PAPER_MARGIN 64.0
#define ACCORD_PAPER_FOOT 30.0 /* room for the foot of the page above the margin's edge */
#define ACCORD_PAPER_GAP 24.0  /* between columns */
#define ACCORD_PAPER_FAMILY "Cantarell, Sans"

/**
 * AccordPaperFlow:
 * @y: where the next line goes on the last page
 * @n_pages: so far
 * @items: what stands on them
 *
 * Texts that run down sheets of paper in black and grey, and over to the next one where they do not fit. Sizes and
 * places are in points.
 */
typedef struct
{
  PangoContext *context;
  double width;
  double height;
  double y;
  guint n_pages;
  GArray *items;
} AccordPaperFlow;

/* Lays text out for paper: in points, and unhinted. (transfer full) */
PangoContext *accord_paper_context_new (void);

/* Begins the first page. */
void accord_paper_flow_init (AccordPaperFlow *self,
                             double           width,
                             double           height);
void accord_paper_flow_clear (AccordPaperFlow *self);

/* Draws a page, from 0, on whatever is there; a unit of the context is a point, its origin the corner of the sheet. */
void accord_paper_flow_draw (AccordPaperFlow *self,
                             cairo_t         *cr,
                             guint            page);

/* Below this a line does not fit any more. */
double accord_paper_get_bottom (AccordPaperFlow *self);
void accord_paper_begin_page (AccordPaperFlow *self);

/* A page of its own where what comes next does not fit any more: unless it would not fit on an empty one either. */
void accord_paper_keep_together (AccordPaperFlow *self,
                                 double           height);

/* (transfer full) */
PangoLayout *accord_paper_make_layout (AccordPaperFlow *self,
                                       const char      *text,
                                       double           size,
                                       PangoWeight      weight,
                                       double           width);
double accord_paper_layout_get_height (PangoLayout *layout);

/* Puts the lines of a layout from x on. flows: lines that do not fit go to the next page, and what comes next goes
 * below; else it stands where it is. grey is 0 for black to 1 for white. */
void accord_paper_put_layout (AccordPaperFlow *self,
                              PangoLayout     *layout,
                              double           x,
                              double           grey,
                              gboolean         flows);

/* A paragraph from margin to margin, before points below what is above it on its page; nothing for "". */
void accord_paper_put_text (AccordPaperFlow *self,
                            const char      *text,
                            double           size,
                            PangoWeight      weight,
                            double           before,
                            double           grey);
void accord_paper_put_rule (AccordPaperFlow *self,
                            double           x,
                            double           y,
                            double           width,
                            double           grey);

/* Cells side by side, none of them cut; they stay together. */
void accord_paper_put_cells (AccordPaperFlow   *self,
                             const char *const *texts,
                             guint              n,
                             double             size,
                             PangoWeight        weight,
                             double             grey);

G_END_DECLS
