/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "accord-metric-library.h"

G_BEGIN_DECLS

/**
 * AccordMetricLibraryWindow:
 *
 * The library of building blocks, searched and ticked. Those that are there already are ticked and stay.
 *
 * Signals: "chosen" (GPtrArray of borrowed AccordMetricTemplate: add these).
 */
#define ACCORD_TYPE_METRIC_LIBRARY_WINDOW (accord_metric_library_window_get_type ())
G_DECLARE_FINAL_TYPE (AccordMetricLibraryWindow, accord_metric_library_window, ACCORD, METRIC_LIBRARY_WINDOW, AdwWindow)

/* metrics are those that are there already. */
AccordMetricLibraryWindow *accord_metric_library_window_new (GtkWindow *parent,
                                                             GPtrArray *metrics);

G_END_DECLS
