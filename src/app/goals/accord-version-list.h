/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "accord-workspace.h"

G_BEGIN_DECLS

/**
 * AccordVersionList:
 *
 * The versions of a member's commitment for a year, the latest first: when, how much, why it was changed, and what is
 * another than in the version before. Hidden where there is none.
 */
#define ACCORD_TYPE_VERSION_LIST (accord_version_list_get_type ())
G_DECLARE_FINAL_TYPE (AccordVersionList, accord_version_list, ACCORD, VERSION_LIST, AdwBin)

void accord_version_list_show (AccordVersionList *self,
                               AccordWorkspace   *workspace,
                               gint64             member,
                               int                year);

G_END_DECLS
