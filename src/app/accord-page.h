/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "accord-period.h"
#include "accord-workspace.h"

G_BEGIN_DECLS

/**
 * AccordPage:
 *
 * What stands to the right of the sidebar: a page with its own header bar, which shows a workspace in a period. It gets
 * both by property and never asks for them elsewhere.
 *
 * Properties: workspace (#AccordWorkspace), period (#AccordPeriod), folded (whether the sidebar is out of sight, so
 * that the page's header bar shows the way back; templates bind a button's visible to it).
 *
 * A page may install the action "page.primary": its one main action, which the window calls for Ctrl+N.
 */
#define ACCORD_TYPE_PAGE (accord_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (AccordPage, accord_page, ACCORD, PAGE, AdwBin)

/**
 * AccordPageClass:
 * @workspace_changed: another workspace, or none, is to be shown; also called once for the first
 * @period_changed: another period is to be shown; not called before there is a workspace
 * @settle: see accord_page_settle(); may be NULL where nothing waits to be stored
 */
struct _AccordPageClass
{
  AdwBinClass parent_class;

  void (*workspace_changed) (AccordPage *self);
  void (*period_changed) (AccordPage *self);
  gboolean (*settle) (AccordPage *self);
};

/* Borrowed; NULL before the first. */
AccordWorkspace *accord_page_get_workspace (AccordPage *self);
AccordPeriod *accord_page_get_period (AccordPage *self);

gboolean accord_page_get_folded (AccordPage *self);
void accord_page_set_folded (AccordPage *self,
                             gboolean    folded);

/* Stores what was typed and waits for a pause, before something that has to find it stored: Undo, or the end. FALSE
 * where that failed, which the page shows. */
gboolean accord_page_settle (AccordPage *self);

/* Applies the change; where that fails says so in a toast and gives FALSE. What was typed stays where it is. */
gboolean accord_page_apply (AccordPage   *self,
                            AccordChange *change);

G_END_DECLS
