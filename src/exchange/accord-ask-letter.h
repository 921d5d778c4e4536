/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-ask.h"
#include "accord-workspace.h"

G_BEGIN_DECLS

/* What goes out to a department: the paper and the sheet are made of this alone. */
typedef struct
{
  char *team;
  char *department;
  char *year;
  char *currency;
  AccordDate today;
  GPtrArray *asks; /* AccordAsk, by the day they are needed */
} AccordAskLetter;

AccordAskLetter *accord_ask_letter_new (AccordWorkspace *workspace,
                                        const char      *department,
                                        gint64           year,
                                        AccordDate       today,
                                        GError         **error);
void accord_ask_letter_free (AccordAskLetter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordAskLetter, accord_ask_letter_free)

/* "What Sales East asks of Product, 2026" (transfer full) */
char *accord_ask_letter_dup_title (const AccordAskLetter *self);

G_END_DECLS
