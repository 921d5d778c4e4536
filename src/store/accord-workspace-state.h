/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-bulk-private.h"
#include "accord-record-list.h"
#include "accord-workspace-private.h"

G_BEGIN_DECLS

/* Private to accord-workspace*.c: what a workspace is made of, and the doors between the files it is written in. */

#define ACCORD_WORKSPACE_N_TYPES 29

/* A type of record: its list, once somebody asked for it, and the statements that store it, once they were used. */
typedef struct
{
  GType type;
  AccordRecordList *list;
  gint64 next_id;       /* never given twice while the file is open, so that a stale draft cannot hit another record */
  GHashTable *reserved; /* gint64: ids given out and not stored yet */
  AccordStatement *insert;
  AccordStatement *update;
  AccordStatement *delete;
} AccordKind;

/* What one action does to one record: NULL before it was made, NULL after it was removed. The images are nobody
 * else's. */
typedef struct
{
  GType type;
  gint64 id;
  AccordRecord *before;
  AccordRecord *after;
} AccordEntry;

/* A change that was stored, as undo keeps it. */
typedef struct
{
  char *label;
  GPtrArray *entries;
  AccordBulk *bulk; /* what brings the bulk rows back, or where the step was undone does it again; NULL for none */
} AccordStep;

struct _AccordWorkspace
{
  GObject parent_instance;

  char *path;
  char *name; /* for messages */
  AccordDatabase *database;
  AccordCheckedBlocks *checked;
  gboolean read_only;
  gboolean damaged;
  gboolean changed;
  gboolean stale; /* the lists may not be what the file is: reading it again failed */
  gboolean unfinished; /* the transaction that failed may be open still, and must not be read */
  GPtrArray *unsure_drafts; /* of the change that left them stale: nobody knows yet whether it was stored */
  GPtrArray *unsure_images;
  gint64 data_version; /* SQLite's: moves when somebody else writes */

  AccordKind kinds[ACCORD_WORKSPACE_N_TYPES];
  GPtrArray *done;
  GPtrArray *undone;
};

/* accord-workspace.c */
AccordWorkspace *accord_workspace_new (const char *path);
AccordKind *accord_workspace_get_kind (AccordWorkspace *self,
                                       GType            type);
gboolean accord_workspace_note_data_version (AccordWorkspace *self,
                                             GError         **error);
/* Tells of can-undo, can-redo and the labels. */
void accord_workspace_notify_steps (AccordWorkspace *self);
/* Tells that rows in bulk are others. */
void accord_workspace_tell_bulk (AccordWorkspace *self);

/* accord-workspace-lists.c */
AccordRecordList *accord_workspace_require_list (AccordWorkspace *self,
                                                 GType            type,
                                                 GError         **error);
/* Gives the live objects and lists what the entries hold after (backwards: before) the action. All lists are changed
 * before the first of them tells, and properties notify last. */
void accord_workspace_show (AccordWorkspace *self,
                            GPtrArray       *entries,
                            gboolean         backwards);
/* Makes the lists what the file is, and says whether they were not. Where even reading fails they stay, and are
 * stale. */
gboolean accord_workspace_reload (AccordWorkspace *self,
                                  gboolean        *changed,
                                  GError         **error);

/* accord-workspace-apply.c */
AccordEntry *accord_entry_new (GType  type,
                               gint64 id);
void accord_entry_free (AccordEntry *self);
void accord_step_free (AccordStep *self);
/* Within a transaction: stores what the entry holds after (backwards: before) the action. */
gboolean accord_workspace_store_entry (AccordWorkspace *self,
                                       AccordEntry     *entry,
                                       gboolean         backwards,
                                       GError         **error);
/* Gives the drafts whose images are in the lists now the ids and numbers that they were stored with. */
void accord_workspace_tell_drafts (AccordWorkspace *self,
                                   GPtrArray       *drafts,
                                   GPtrArray       *images);
void accord_workspace_forget_steps (AccordWorkspace *self);

G_END_DECLS
