/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "accord-attainment.h"

G_BEGIN_DECLS

/**
 * AccordStatusMark:
 *
 * How a metric stands, as a shape and a colour: a disc with a tick (on track), a triangle (at risk), a diamond (behind), a dash
 * (n/a), as high as the text. Its accessible name is the status in words. Light: for the cells of long tables.
 *
 * Properties: "status" (an int of AccordStatus), "with-word" (whether the word stands beside it).
 */
#define ACCORD_TYPE_STATUS_MARK (accord_status_mark_get_type ())
G_DECLARE_FINAL_TYPE (AccordStatusMark, accord_status_mark, ACCORD, STATUS_MARK, GtkWidget)

GtkWidget *accord_status_mark_new (void);

void accord_status_mark_set (AccordStatusMark *self,
                             AccordStatus      status);
AccordStatus accord_status_mark_get (AccordStatusMark *self);

void accord_status_mark_set_with_word (AccordStatusMark *self,
                                       gboolean          with_word);
gboolean accord_status_mark_get_with_word (AccordStatusMark *self);

G_END_DECLS
