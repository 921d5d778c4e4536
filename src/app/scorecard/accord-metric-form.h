/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "accord-metric-change.h"

G_BEGIN_DECLS

/**
 * AccordMetricForm:
 *
 * What a building block is, to type in: name, definition, unit, and how its numbers are kept.
 *
 * Signals: "changed" (AccordMetric: a draft to store, with the id 0 while it is new; accord_metric_form_set_error() says why it
 * was not), "closed" (the user wants it out of the way).
 */
#define ACCORD_TYPE_METRIC_FORM (accord_metric_form_get_type ())
G_DECLARE_FINAL_TYPE (AccordMetricForm, accord_metric_form, ACCORD, METRIC_FORM, AdwBin)

/* Shows a live metric; NULL shows none. What was typed before is stored first. */
void accord_metric_form_show (AccordMetricForm *self,
                              AccordMetric     *metric);

/* Empty, for one that is not there yet. */
void accord_metric_form_begin (AccordMetricForm *self);

/* Borrowed; NULL where none is shown, or it is new. */
AccordMetric *accord_metric_form_get_metric (AccordMetricForm *self);
gboolean accord_metric_form_is_new (AccordMetricForm *self);

void accord_metric_form_set_error (AccordMetricForm *self,
                                   const char       *message);

/* Whether values are on record, so that unit and direction have to stay what they are. */
void accord_metric_form_set_recorded (AccordMetricForm *self,
                                      gboolean          recorded);

/* Stores what waits for a pause; forgets it. */
void accord_metric_form_flush (AccordMetricForm *self);
void accord_metric_form_drop (AccordMetricForm *self);

void accord_metric_form_focus_name (AccordMetricForm *self);

G_END_DECLS
