/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "accord-target-query.h"
#include "accord-workspace.h"

G_BEGIN_DECLS

/* The versions of a target, the latest first: what, when and why. whose and metric are what it is of. (transfer floating) */
GtkWidget *accord_target_history_new (AccordWorkspace         *workspace,
                                      const AccordTargetPlace *place,
                                      AccordMetric            *metric,
                                      const char              *whose);

G_END_DECLS
