/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-work-row.h"

G_BEGIN_DECLS

/**
 * AccordWorkList:
 *
 * The work that comes from one thing, a row each, with a button that begins a new one. Rows follow the workspace's records and
 * stay where they are meanwhile. Kinds of lists derive from it, each with a template of its own.
 *
 * Signal: failed (a GError: something could not be stored; what was typed is still there).
 */
#define ACCORD_TYPE_WORK_LIST (accord_work_list_get_type ())
G_DECLARE_DERIVABLE_TYPE (AccordWorkList, accord_work_list, ACCORD, WORK_LIST, AdwBin)

/**
 * AccordWorkListClass:
 * @record_type: of the records
 * @list_records: the live records that belong into the list, borrowed, in an array (transfer full)
 * @make_row: a row for a record; %NULL: for a new one
 */
struct _AccordWorkListClass
{
  AdwBinClass parent_class;

  GType record_type;
  GPtrArray *(*list_records) (AccordWorkList *self);
  GtkWidget *(*make_row) (AccordWorkList *self,
                          gpointer        record);
};

/* Stores what was typed; FALSE where that failed, or where what was typed is not enough yet. */
gboolean accord_work_list_settle (AccordWorkList *self);

/* For kinds. */

/* For class_init: the template, which has a list_box and an add_button and may use the handler on_add_clicked. */
void accord_work_list_class_set_template (AccordWorkListClass *klass,
                                          const char          *resource);

/* Lists what belongs to something else by now; workspace NULL: nothing. Where follow_cards is TRUE it depends on how cards lie
 * under one another too. */
void accord_work_list_set_workspace (AccordWorkList  *self,
                                     AccordWorkspace *workspace,
                                     gboolean         follow_cards);

/* Borrowed; NULL where nothing is listed. */
AccordWorkspace *accord_work_list_get_workspace (AccordWorkList *self);

/* What the list, and the button that adds to it, are called for those who do not see them. */
void accord_work_list_set_names (AccordWorkList *self,
                                 const char     *list,
                                 const char     *add);

G_END_DECLS
