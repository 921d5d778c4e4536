/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-pattern.h"

G_BEGIN_DECLS

/* The figures that led to a pattern, for reading, a sentence each, in the user's language: "Outreach: 34 of 60 by now, 57 %;
 * committed to 780 in the quarter". They tell what is counted and judge nobody. currency and decimals are the workspace's.
 * (transfer full): strings; none where too little is known. */
GPtrArray *accord_pattern_list_sentences (const AccordPattern        *pattern,
                                          const AccordPatternFigures *member,
                                          const AccordPatternFigures *team,
                                          const char                 *currency,
                                          int                         decimals);

/* "9 of 10 follow-ups done by their day, 90 %; 1 done late". "n/a" where none was due. (transfer full) */
char *accord_deadlines_to_words (const AccordDeadlines *deadlines);

G_END_DECLS
