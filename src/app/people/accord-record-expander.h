/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "accord-record.h"

G_BEGIN_DECLS

/**
 * AccordRecordExpander:
 *
 * A record about a member as one line, which unfolds to be corrected or removed. Kinds of rows derive from it.
 *
 * Signals: "edited" (what is typed is settled), "removed" (the user wants the record gone).
 */
#define ACCORD_TYPE_RECORD_EXPANDER (accord_record_expander_get_type ())
G_DECLARE_DERIVABLE_TYPE (AccordRecordExpander, accord_record_expander, ACCORD, RECORD_EXPANDER, AdwExpanderRow)

/**
 * AccordRecordExpanderClass:
 * @refresh: shows what the record says by now
 */
struct _AccordRecordExpanderClass
{
  AdwExpanderRowClass parent_class;

  void (*refresh) (AccordRecordExpander *self);
};

/* record is live. */
void accord_record_expander_set_record (AccordRecordExpander *self,
                                        gpointer              record);

/* Borrowed. */
gpointer accord_record_expander_get_record (AccordRecordExpander *self);

void accord_record_expander_refresh (AccordRecordExpander *self);

/* For kinds: a field to type into, or a date, at the end of what unfolds; "edited" follows when it is settled. */
GtkWidget *accord_record_expander_add_entry (AccordRecordExpander *self,
                                             const char           *title);
GtkWidget *accord_record_expander_add_date (AccordRecordExpander *self,
                                            const char           *title);
void accord_record_expander_add_remove (AccordRecordExpander *self,
                                        const char           *label);

/* The text of the row, for reading; neither is markup. */
void accord_record_expander_set_texts (AccordRecordExpander *self,
                                       const char           *title,
                                       const char           *subtitle);

/* From one day to another as a reader says it: "Since 3 March 2025". (transfer full) */
char *accord_record_expander_format_span (AccordDate starts,
                                          AccordDate ends);

/* Shows a list of records in a group: rows that are there already stay, with what is being typed in them, as long as
 * the records are the same. make gives a row for a record. rows is the group's own array of its rows. */
void accord_record_expander_show_all (AdwPreferencesGroup *group,
                                      GPtrArray           *rows,
                                      GPtrArray           *records,
                                      GtkWidget         *(*make) (AdwPreferencesGroup *group,
                                                                  gpointer             record));

/* Emits "edited" for each of the rows, as when the focus leaves them. */
void accord_record_expander_settle_all (GPtrArray *rows);

/* Takes the rows out of the group; what is typed in them is not stored. */
void accord_record_expander_clear_all (AdwPreferencesGroup *group,
                                       GPtrArray           *rows);

G_END_DECLS
