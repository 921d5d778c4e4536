/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "accord-types.h"

G_BEGIN_DECLS

typedef enum
{
  ACCORD_FIELD_ROW_TEXT,
  ACCORD_FIELD_ROW_LONG_TEXT, /* several lines; Enter still moves on, Shift+Enter breaks the line */
  ACCORD_FIELD_ROW_MONEY,     /* minor units of accord_field_row_set_currency() */
  ACCORD_FIELD_ROW_PERCENT,   /* an AccordRate */
  ACCORD_FIELD_ROW_NUMBER,    /* an AccordRate, read as a plain number: weeks */
} AccordFieldRowKind;

#define ACCORD_TYPE_FIELD_ROW_KIND (accord_field_row_kind_get_type ())
GType accord_field_row_kind_get_type (void);

/**
 * AccordFieldRow:
 *
 * A row of a boxed list to type into: its title, with a mnemonic, above, and beneath it a hint, or what is wrong with
 * what was typed. What was typed stays, right or wrong.
 *
 * Properties: kind (construct only), hint, maximum (of a number's value, same unit).
 *
 * Signals: "edited" (the user typed: text or value may be another), "finished" (the field was left after it was
 * edited), "entered" (Enter).
 */
#define ACCORD_TYPE_FIELD_ROW (accord_field_row_get_type ())
G_DECLARE_FINAL_TYPE (AccordFieldRow, accord_field_row, ACCORD, FIELD_ROW, AdwPreferencesRow)

/* For a row of ACCORD_FIELD_ROW_MONEY. */
void accord_field_row_set_currency (AccordFieldRow *self,
                                    const char     *currency,
                                    int             decimals);

const char *accord_field_row_get_text (AccordFieldRow *self);
void accord_field_row_set_text (AccordFieldRow *self,
                                const char     *text);

/* The number that was typed; ACCORD_UNKNOWN where there is none, or none that can be read. */
gint64 accord_field_row_get_value (AccordFieldRow *self);

/* Shows a number; the text of a field that the user is typing in is left alone. */
void accord_field_row_set_value (AccordFieldRow *self,
                                 gint64          value);

/* Whether what was typed can be read, and nothing else is wrong with it. Says what is wrong under the field where it
 * cannot. */
gboolean accord_field_row_check (AccordFieldRow *self);

/* Says under the field what is wrong for a reason that the field cannot know; NULL takes it back. Typing takes it
 * back too. */
void accord_field_row_set_error (AccordFieldRow *self,
                                 const char     *message);

/* The same question, without saying anything. */
gboolean accord_field_row_is_valid (AccordFieldRow *self);

/* Puts a small control behind the text. */
void accord_field_row_add_suffix (AccordFieldRow *self,
                                  GtkWidget      *suffix);

void accord_field_row_set_hint (AccordFieldRow *self,
                                const char     *hint);

G_END_DECLS
