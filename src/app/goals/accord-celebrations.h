/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "accord-workspace.h"

G_BEGIN_DECLS

/**
 * AccordCelebrations:
 *
 * The personal goals that were achieved and that the whole team may know of: who, what, when. Hidden where there is none.
 */
#define ACCORD_TYPE_CELEBRATIONS (accord_celebrations_get_type ())
G_DECLARE_FINAL_TYPE (AccordCelebrations, accord_celebrations, ACCORD, CELEBRATIONS, AdwBin)

/* Those of the days first … last. */
void accord_celebrations_show (AccordCelebrations *self,
                               AccordWorkspace    *workspace,
                               AccordDate          first,
                               AccordDate          last);

G_END_DECLS
