/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "accord-record.h"
#include "accord-workspace.h"

G_BEGIN_DECLS

/**
 * AccordWorkWords:
 * @title: of one that is not stored yet
 * @add, @edit, @remove: the steps that can be taken back
 * @removed: said when it is gone
 *
 * What one kind of work is called; marked with N_(), to be translated where it is shown.
 */
typedef struct
{
  const char *title;
  const char *add;
  const char *edit;
  const char *remove;
  const char *removed;
} AccordWorkWords;

/**
 * AccordWorkRow:
 *
 * One thing that somebody is to do, of which there is a record: read where it stands, opened to be changed. A new one is
 * stored as soon as it says enough; what it says last is stored when a field is left or after a pause. Kinds of work derive
 * from it, each with a template of its own.
 *
 * Signals: failed (a GError: it could not be stored; what was typed is still there), removed (the user wants it gone),
 * source-activated (the user wants to see what it comes from).
 */
#define ACCORD_TYPE_WORK_ROW (accord_work_row_get_type ())
G_DECLARE_DERIVABLE_TYPE (AccordWorkRow, accord_work_row, ACCORD, WORK_ROW, AdwExpanderRow)

/**
 * AccordWorkRowClass:
 * @record_type: of its records
 * @show_title: says in the folded row what the record says, by accord_work_row_set_texts(); there is a record
 * @show_fields: fills the fields; those of a new one, which has no record, with what it begins with
 * @make_draft: what the fields say, as a draft (transfer full)
 * @check: whether the fields say enough for a new one; marks what is missing if that is to be complained of, else what is
 *   missing although more was said, if anything
 * @says_something: whether a new one that does not say enough would be a loss
 * @get_missing: the field that is to be filled next, borrowed
 * @commit: takes what is half typed as if its field were left
 */
struct _AccordWorkRowClass
{
  AdwExpanderRowClass parent_class;

  GType record_type;
  void (*show_title) (AccordWorkRow *self);
  void (*show_fields) (AccordWorkRow *self);
  gpointer (*make_draft) (AccordWorkRow *self);
  gboolean (*check) (AccordWorkRow *self,
                     gboolean       complain);
  gboolean (*says_something) (AccordWorkRow *self);
  GtkWidget *(*get_missing) (AccordWorkRow *self);
  void (*commit) (AccordWorkRow *self);
};

/* Says where it comes from, and offers to go there: for a list of work from everywhere. NULL: neither. */
void accord_work_row_show_source (AccordWorkRow *self,
                                  const char    *source);

/* The live record, borrowed; NULL until a new one has been stored. */
gpointer accord_work_row_get_record (AccordWorkRow *self);

/* The record's id, which a new one has just before it is stored; 0 before. */
gint64 accord_work_row_get_id (AccordWorkRow *self);

/* Opens a new one and puts the cursor into its first field. */
void accord_work_row_edit (AccordWorkRow *self);

/* Stores what was typed; FALSE where that failed, or where what was typed is not enough: then what is missing is shown. */
gboolean accord_work_row_settle (AccordWorkRow *self);

/* Removes the record from the workspace, which is said, with an offer to take it back, over teller: the row may be gone by
 * then. "failed" follows where it could not be removed. */
void accord_work_row_remove (AccordWorkRow *self,
                             GtkWidget     *teller);

/* For kinds. */

/* For class_init: the template, which has a source_button and may use the handlers on_typed ("changed" of a field), on_settled
 * (a field is left, or chosen from), on_remove_clicked and on_source_clicked. */
void accord_work_row_class_set_template (AccordWorkRowClass *klass,
                                         const char         *resource);

/* The last step of making one. record NULL: a new one. words are borrowed for good. */
void accord_work_row_begin (AccordWorkRow         *self,
                            AccordWorkspace       *workspace,
                            gpointer               record,
                            const AccordWorkWords *words);

/* Borrowed; NULL before it begins and when it is disposed of. */
AccordWorkspace *accord_work_row_get_workspace (AccordWorkRow *self);
/* NULL unless that is to be said. */
const char *accord_work_row_get_source (AccordWorkRow *self);

/* The text of the folded row; what is struck out if it is over. None of it is markup. */
void accord_work_row_set_texts (AccordWorkRow *self,
                                const char    *what,
                                gboolean       over,
                                const char    *subtitle);

/* Shows all that the record says by now, or only its title. */
void accord_work_row_refresh (AccordWorkRow *self);
void accord_work_row_refresh_title (AccordWorkRow *self);

/* While it is filled, or not in use yet, what its fields say was not typed by anybody. */
gboolean accord_work_row_is_filling (AccordWorkRow *self);
void accord_work_row_set_filling (AccordWorkRow *self,
                                  gboolean       filling);

/* A field was typed in: what it says is stored after a pause; or not before a field is left. */
void accord_work_row_typed (AccordWorkRow *self);
void accord_work_row_hold (AccordWorkRow *self);
/* A field is left: what it says is stored. */
void accord_work_row_left (AccordWorkRow *self);

/* Stores a draft of its record; "failed" follows and FALSE is returned if that cannot be. continues: in one step with the
 * change before. */
gboolean accord_work_row_put (AccordWorkRow *self,
                              gpointer       draft,
                              gboolean       continues);

/* What stands in a field, without the space around it. (transfer full) */
char *accord_work_field_dup_text (gpointer field);
gboolean accord_work_field_has_text (gpointer field);
/* Only where it differs: the cursor of a field in use stays where it is. */
void accord_work_field_show_text (gpointer    field,
                                  const char *text);
/* Marks the field and says why; NULL: all is well. */
void accord_work_field_show_problem (gpointer    field,
                                     const char *problem);

G_END_DECLS
