/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * AccordPassage:
 *
 * A heading and the text below it, which grows as one writes and scrolls the page along with the cursor.
 *
 * Properties: title (with a mnemonic), field (the property of the record that it shows, for whoever fills it),
 * placeholder, editable.
 *
 * Signals: changed (the user has written something), left (the keyboard focus has gone).
 */
#define ACCORD_TYPE_PASSAGE (accord_passage_get_type ())
G_DECLARE_FINAL_TYPE (AccordPassage, accord_passage, ACCORD, PASSAGE, AdwBin)

const char *accord_passage_get_field (AccordPassage *self);

/* (transfer full) */
char *accord_passage_dup_text (AccordPassage *self);

/* Shows the text without a signal; the cursor stays where the text is the same already. */
void accord_passage_set_text (AccordPassage *self,
                              const char    *text);

void accord_passage_set_placeholder (AccordPassage *self,
                                     const char    *placeholder);
void accord_passage_set_editable (AccordPassage *self,
                                  gboolean       editable);

G_END_DECLS
