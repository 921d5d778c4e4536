/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * AccordProblemView:
 *
 * What stands in the window when a workspace cannot be opened: what is wrong, and every way on that there is: the
 * newest verified backup, looking at what can be read, another file. Nothing is done to the file before one of them is
 * chosen.
 */
#define ACCORD_TYPE_PROBLEM_VIEW (accord_problem_view_get_type ())
G_DECLARE_FINAL_TYPE (AccordProblemView, accord_problem_view, ACCORD, PROBLEM_VIEW, AdwBin)

/* error is what accord_workspace_open() said of path. */
void accord_problem_view_set_problem (AccordProblemView *self,
                                      const char        *path,
                                      const GError      *error);

G_END_DECLS
