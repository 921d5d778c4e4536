/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The texts of entry rows that show a live record. */

/* What is typed there, without blanks around it. (transfer full) */
char *accord_entry_text_dup (gpointer editable);

/* Shows what is stored. What somebody is typing meanwhile stays, unless what is stored has become something else. */
void accord_entry_text_show (gpointer    editable,
                             const char *text);

/* The editable is about another record from now on: the next text is shown whatever stands there. */
void accord_entry_text_reset (gpointer editable);

G_END_DECLS
